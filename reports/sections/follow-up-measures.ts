/** Follow-up: the single figures of each period, and each beside what it is a part of. */
import type { Category } from "../../survey-definitions/codes.ts";
import type { Responses } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { labelsOf, missing } from "./cells.ts";
import { ALL_PERIODS, figuresOf, PERIOD_COLUMN, periodLabels, periodsOf, sumOf } from "./follow-up-periods.ts";

interface Measure extends Category {
  readonly unit: string;
  /** What it is a part of. */
  readonly of?: string;
  /** How things are when the period ends: the latest stands for all, since adding would count persons again. */
  readonly state?: true;
}

const persons = (code: string, label: string, of?: string): Measure => ({
  code,
  label,
  unit: "persons",
  ...(of === undefined ? {} : { of }),
});
const state = (measure: Measure): Measure => ({ ...measure, state: true });

export const MEASURES: readonly Measure[] = [
  state({ code: "fu_months_elapsed", label: "Månader sedan projektet började", unit: "months" }),
  persons("fu_enrolled", "Inskrivna under perioden"),
  state(persons("fu_waiting", "Väntar på att bli inskrivna")),
  persons("fu_declined", "Har tackat nej"),
  persons("fu_captured_early", "Nåddes tidigt", "fu_enrolled"),
  persons("fu_within_14d", "Inskrivna inom 14 dagar", "fu_enrolled"),
  state(persons("fu_participants", "Deltagare under perioden")),
  state(persons("fu_consent_signed", "Har undertecknat samtycke", "fu_participants")),
  persons("fu_mapped_group", "Kartlagda i grupp"),
  persons("fu_mapped_individual", "Kartlagda enskilt"),
  persons("fu_plan_done", "Har fått en handlingsplan"),
  persons("fu_plan_on_time", "Handlingsplan i tid", "fu_plan_done"),
  persons("fu_assessed", "Målgruppsbedömda"),
  persons("fu_merits", "Fick praktik, intyg eller kurs"),
  persons("fu_returned", "Tillbaka i samma insats inom 12 månader"),
  persons("fu_exits", "Avslutade"),
  persons("fu_exit_planned", "Planerat avslut", "fu_exits"),
  persons("fu_exit_main_party", "Utsedd huvudansvarig vid avslut", "fu_exits"),
  persons("fu_exit_knows_where", "Vet vart de ska vända sig", "fu_exits"),
  persons("fu_functioning", "Fungerande vardag vid avslut", "fu_exits"),
  state(persons("fu_self_support", "Tidigare deltagare med egen försörjning")),
  { code: "fu_meetings", label: "Samverkansmöten", unit: "meetings" },
  { code: "fu_hours_meetings", label: "Tid i samverkansmöten", unit: "hours" },
  state({ code: "fu_same_person", label: "Parter med samma person på mötena", unit: "parties" }),
  { code: "fu_deputy_used", label: "Gånger som en ersättare kom", unit: "times" },
  { code: "fu_theme_meetings", label: "Tematräffar", unit: "meetings" },
  { code: "fu_problem_raised", label: "Återkopplade problem", unit: "problems" },
  { code: "fu_problem_solved", label: "Lösta problem", unit: "problems", of: "fu_problem_raised" },
  { code: "fu_inkind", label: "Egna bidrag från parterna", unit: "kr" },
];

const UNITS: Readonly<Record<string, string>> = {
  persons: "personer",
  months: "månader",
  meetings: "möten",
  hours: "timmar",
  parties: "parter",
  times: "gånger",
  problems: "problem",
  kr: "kr",
};

/** One row a measure and period, and one for all periods: the sum of those that state it, or the latest state. */
export function measuresTable(responses: Responses): Table {
  const periods = periodsOf(responses);
  const figures = figuresOf(responses);
  const rows = MEASURES.flatMap((measure): TableRow[] => {
    const { code, unit, of } = measure;
    const each = periods.map(({ id, row }): TableRow => {
      const [value, base] = [figures.cell(code, row), of === undefined ? NO_BASE : figures.cell(of, row)];
      const stated = Number(typeof value === "number");
      return { period: id, measure: code, unit, value, base, share: partOf(value, base), periods: stated };
    });
    return [...each, { period: ALL_PERIODS, measure: code, unit, ...together(measure, each) }];
  });
  return {
    id: "measures",
    title: "Nyckeltal för varje period",
    columns: [
      PERIOD_COLUMN,
      { key: "measure", label: "Mått", unit: "code" },
      { key: "unit", label: "Enhet", unit: "code" },
      { key: "value", label: "Värde", unit: "" },
      { key: "base", label: "Av", unit: "" },
      { key: "share", label: "Andel", unit: "share" },
      { key: "periods", label: "Perioder med uppgift", unit: "periods" },
    ],
    rows,
    notes: [
      "Alla perioder är summan av dem som har en uppgift. Läget vid periodens slut och deltagare läggs inte ihop: där gäller den senaste uppgiften.",
    ],
    labels: { period: periodLabels(periods), measure: labelsOf(MEASURES), unit: UNITS },
  };
}

const NO_BASE = missing("not_applicable");

function partOf(value: TableCell, base: TableCell): TableCell {
  if (typeof base !== "number") return base;
  if (typeof value !== "number") return value;
  return base === 0 || value > base ? missing(base === 0 ? "not_applicable" : "cannot_state") : value / base;
}

function together({ state: isState, of }: Measure, each: readonly TableRow[]): TableRow {
  const stated = each.filter((row) => typeof row.value === "number");
  const last = stated.at(-1);
  const periods = stated.length;
  if (last === undefined)
    return { value: each[0]?.value ?? missing("not_answered"), base: NO_BASE, share: NO_BASE, periods };
  if (isState)
    return { value: last.value ?? NO_BASE, base: last.base ?? NO_BASE, share: last.share ?? NO_BASE, periods };
  const sum = (rows: readonly TableRow[], key: string) => sumOf(rows.map((row) => numberOf(row[key])));
  // A share is of the periods that state both.
  const both = stated.filter((row) => typeof row.base === "number");
  const base = of === undefined ? NO_BASE : sum(both, "base");
  return { value: sum(stated, "value"), base, share: partOf(sum(both, "value"), base), periods };
}

const numberOf = (cell: TableCell | undefined): number | undefined => (typeof cell === "number" ? cell : undefined);
