import { useState, type ReactElement } from "react";
import type { RevisionDetail } from "../../survey-definitions/wire.ts";

type RevisionCell = RevisionDetail["cells"][number];

interface Comparison {
  readonly cell: RevisionCell;
  /** What stood there before; undefined where nothing changed. */
  readonly was: string | undefined;
}

type View = "answered" | "changed" | "all";

const asked = ({ missing }: RevisionCell): boolean => missing !== "not_asked";
const answered = (cell: RevisionCell): boolean => asked(cell) && cell.missing !== "not_answered";

function compare(revision: RevisionDetail, before: RevisionDetail | undefined): Comparison[] {
  const old = new Map(before?.cells.map((cell) => [cell.variable, cell]));
  const compared = revision.cells.map((cell) => {
    const was = old.get(cell.variable)?.text ?? "";
    return { cell, was: before !== undefined && was !== cell.text ? was : undefined };
  });
  const kept = new Set(revision.cells.map(({ variable }) => variable));
  const gone = (before?.cells ?? []).filter((cell) => !kept.has(cell.variable));
  return [...compared, ...gone.map((cell) => ({ cell: { ...cell, text: "" }, was: cell.text }))];
}

const VIEWS: readonly (readonly [View, string])[] = [
  ["answered", "Besvarade frågor"],
  ["changed", "Bara ändringar"],
  ["all", "Alla frågor"],
];

const inView = (view: View, { cell, was }: Comparison): boolean => {
  if (view === "changed") return was !== undefined;
  return view === "all" || answered(cell) || was !== undefined;
};

/** What was answered, question by question; what differs from the version before stands beside it. */
export function RevisionCells(props: { revision: RevisionDetail; before: RevisionDetail | undefined }): ReactElement {
  const { revision, before } = props;
  const [view, setView] = useState<View>("answered");
  const compared = compare(revision, before);
  const shown = compared.filter((comparison) => inView(view, comparison));
  const changes = compared.filter(({ was }) => was !== undefined).length;
  return (
    <>
      <fieldset className="views">
        <legend className="visually-hidden">Vad som visas</legend>
        {VIEWS.filter(([value]) => value !== "changed" || before !== undefined).map(([value, label]) => (
          <label key={value} className="view">
            <input type="radio" name="view" checked={view === value} onChange={() => setView(value)} />
            {label}
            {value === "changed" && ` (${changes})`}
          </label>
        ))}
      </fieldset>
      {shown.length === 0 && (
        <p className="empty">
          {view === "changed" ? "Inget skiljer sig från versionen före." : "Ingen fråga är besvarad."}
        </p>
      )}
      {shown.length > 0 && (
        <table className="table cells">
          <caption className="visually-hidden">Frågor och svar</caption>
          <thead>
            <tr>
              <th scope="col">Fråga</th>
              <th scope="col">Svar</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ cell, was }) => (
              <tr key={cell.variable} className={was === undefined ? undefined : "cell-changed"}>
                <th scope="row">
                  {cell.label}
                  <code className="variable">{cell.variable}</code>
                </th>
                <td className={cell.missing === undefined ? undefined : "soft"}>
                  {cell.text === "" ? "Inget svar" : cell.text}
                  {was !== undefined && <span className="was">Före: {was === "" ? "inget svar" : was}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
