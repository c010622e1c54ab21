import { useId, type ReactElement } from "react";
import type { LinkLimits } from "./api.ts";
import { todayHere } from "./today.ts";

/** What stands in the fields: texts, until a link is made. */
export interface LimitTexts {
  readonly maxAnswers: string;
  readonly until: string;
}

export const NO_LIMITS: LimitTexts = { maxAnswers: "", until: "" };

/** The limits as they are sent; an empty field is no limit. */
export function limitsFrom({ maxAnswers, until }: LimitTexts): LinkLimits {
  const most = Number(maxAnswers);
  return {
    ...(maxAnswers !== "" && Number.isInteger(most) && most > 0 ? { maxAnswers: most } : {}),
    ...(until === "" ? {} : { until }),
  };
}

/** How many answers a link takes, and until which day. */
export function LinkLimitFields(props: { value: LimitTexts; onChange: (value: LimitTexts) => void }): ReactElement {
  const { value, onChange } = props;
  const id = useId();
  return (
    <div className="limits">
      <div className="field">
        <label htmlFor={`${id}-most`}>Högst så många svar</label>
        <p className="help" id={`${id}-most-help`}>
          Per länk. Tomt: ingen gräns.
        </p>
        <input
          id={`${id}-most`}
          className="input"
          type="number"
          inputMode="numeric"
          min={1}
          max={100000}
          step={1}
          aria-describedby={`${id}-most-help`}
          value={value.maxAnswers}
          onChange={(event) => onChange({ ...value, maxAnswers: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-until`}>Sista dag att svara</label>
        <p className="help" id={`${id}-until-help`}>
          Räknas med. Tomt: ingen gräns.
        </p>
        <input
          id={`${id}-until`}
          className="input"
          type="date"
          min={todayHere()}
          aria-describedby={`${id}-until-help`}
          value={value.until}
          onChange={(event) => onChange({ ...value, until: event.target.value })}
        />
      </div>
    </div>
  );
}
