import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { optionsFound, type FilterOption } from "./filter-options.ts";

interface Props {
  readonly label: string;
  /** What it says when nothing is chosen, which means everything. */
  readonly all: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** From so many on, the list can be searched. */
const LONG_LIST = 12;

function summaryText({ all, options, chosen }: Props): string {
  if (chosen.length === 0) return all;
  const labels = options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return labels.length > 0 && labels.length <= 2 ? labels.join(" och ") : `${chosen.length} valda`;
}

/** A list of boxes to tick behind one button that says what is chosen; a long list can be searched. */
export function FilterChoice(props: Props): ReactElement {
  const { label, options, chosen, onChange } = props;
  const [search, setSearch] = useState("");
  const details = useRef<HTMLDetailsElement>(null);
  const searchId = useId();
  const { shown, more } = optionsFound(options, chosen, search);

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      if (!details.current?.contains(event.target as Node)) details.current?.removeAttribute("open");
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    details.current?.removeAttribute("open");
    details.current?.querySelector("summary")?.focus();
  };
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);

  return (
    <details ref={details} className="filter-choice" onKeyDown={onKeyDown}>
      <summary>
        <span>
          {label}: <strong>{summaryText(props)}</strong>
        </span>
      </summary>
      <div className="filter-list">
        {options.length > LONG_LIST && (
          <div className="filter-search">
            <label htmlFor={searchId}>Sök {label.toLowerCase()}</label>
            <input
              id={searchId}
              type="search"
              className="input"
              autoComplete="off"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
        )}
        <fieldset className="filter-options">
          <legend className="visually-hidden">{label}</legend>
          {shown.map(({ value, label: text }) => (
            <label key={value} className="filter-option">
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
              {text}
            </label>
          ))}
        </fieldset>
        <p className="filter-more" role="status">
          {shown.length === 0 && "Inget stämmer med det du söker."}
          {more > 0 && `${more} till. Sök för att hitta dem.`}
        </p>
      </div>
    </details>
  );
}
