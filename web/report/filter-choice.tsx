import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  /** What it says when nothing is chosen, which means everything. */
  readonly all: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function summaryText({ all, options, chosen }: Props): string {
  if (chosen.length === 0) return all;
  const labels = options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return labels.length > 0 && labels.length <= 2 ? labels.join(" och ") : `${chosen.length} valda`;
}

/** A list of boxes to tick behind one button that says what is chosen. */
export function FilterChoice(props: Props): ReactElement {
  const { label, options, chosen, onChange } = props;
  const details = useRef<HTMLDetailsElement>(null);

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
      <fieldset className="filter-options">
        <legend className="visually-hidden">{label}</legend>
        {options.map(({ value, label: text }) => (
          <label key={value} className="filter-option">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {text}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
