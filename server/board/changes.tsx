import type { ReactElement } from "react";
import type { ChangesSince, DocumentSection, SectionChanges } from "../../reports/publication/publication.ts";
import { sectionName } from "../../reports/section-groups.ts";
import { counted, formatDate, formatList } from "../../reports/text/format.ts";
import { withoutStop } from "./reading.ts";

const EXAMPLES = 3;

/** What is different from the publication before, section by section, with examples in words. */
export function Changes({
  changes,
  sections,
}: {
  changes: ChangesSince;
  sections: readonly DocumentSection[];
}): ReactElement {
  const { number, date } = changes;
  const there = new Set(sections.map(({ id }) => id));
  return (
    <section className="changes" aria-labelledby="nytt">
      <h2 id="nytt">Vad är nytt sedan sist</h2>
      <p>
        Förra publiceringen var nummer {number}, {formatDate(date)}.{" "}
        {changes.sections.length === 0 && "Alla siffror är desamma."}
      </p>
      {changes.sections.length > 0 && (
        <ul className="changes-list">
          {changes.sections.map((section) => (
            <li key={section.id}>
              <SectionChange change={section} linked={there.has(section.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function SectionChange({ change, linked }: { change: SectionChanges; linked: boolean }): ReactElement {
  const { id, status, before, now, tables } = change;
  const name = sectionName(id);
  const examples = tables.flatMap((table) => table.examples.map((example) => ({ ...example, table: table.id })));
  return (
    <>
      <p className="changes-head">
        {linked ? <a href={`#${id}`}>{name}</a> : <strong>{name}</strong>}
        <span className="soft">
          {" "}
          {status === "changed" ? tableText(tables) : status === "new" ? "nytt avsnitt" : "finns inte längre med"}
        </span>
      </p>
      {status === "changed" && now !== undefined && (
        <p>
          Nu: {withoutStop(now)}.{before !== undefined && <span className="soft"> Förut: {withoutStop(before)}.</span>}
        </p>
      )}
      {examples.length > 0 && (
        <ul className="changes-examples">
          {examples.slice(0, EXAMPLES).map(({ table, row, column, before: old, now: young }) => (
            <li key={`${table} ${row} ${column}`}>
              {row}, {column.toLowerCase()}: {old} → {young}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function tableText(tables: SectionChanges["tables"]): string {
  const sum = (key: "changed" | "added" | "removed"): number => tables.reduce((total, table) => total + table[key], 0);
  const parts = (
    [
      ["changed", ["ändrad rad", "ändrade rader"]],
      ["added", ["ny", "nya"]],
      ["removed", ["borttagen", "borttagna"]],
    ] as const
  ).flatMap(([key, words]) => (sum(key) === 0 ? [] : [counted(sum(key), words)]));
  return formatList(parts);
}
