import type { ReactElement } from "react";
import type { ChangesSince, SectionChanges, TableChanges } from "../../reports/publication/publication.ts";
import { sectionName } from "../../reports/section-groups.ts";
import { formatDate, formatNumber } from "../../reports/text/format.ts";

const STATUS: Record<SectionChanges["status"], string> = {
  new: "är nytt",
  removed: "är inte med längre",
  changed: "har ändrats",
};

const rows = (n: number, what: string): readonly string[] =>
  n === 0 ? [] : [`${formatNumber(n)} ${n === 1 ? "rad" : "rader"} ${what}`];

const countWords = ({ added, removed, changed }: TableChanges): string =>
  [...rows(added, "till"), ...rows(removed, "mindre"), ...rows(changed, "ändrade")].join(", ");

function Table({ table }: { table: TableChanges }): ReactElement {
  return (
    <li>
      <strong>{table.title}:</strong> {countWords(table)}.
      {table.examples.length > 0 && (
        <ul>
          {table.examples.map(({ row, column, before, now }, i) => (
            <li key={i}>
              {row}, {column.toLowerCase()}: {before} → {now}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What is different from the publication before: headlines first, tables for whoever unfolds them. */
export function PublicationChanges({ changes }: { changes: ChangesSince | undefined }): ReactElement {
  if (changes === undefined) return <p>Det är den första publiceringen.</p>;
  const since = `Jämfört med publicering ${changes.number} den ${formatDate(changes.date)}`;
  if (changes.sections.length === 0) return <p>{since} är inga siffror ändrade.</p>;
  return (
    <>
      <p>{since}:</p>
      <ul className="changes">
        {changes.sections.map(({ id, status, before, now, tables }) => (
          <li key={id}>
            <strong>{sectionName(id)}</strong> {STATUS[status]}.
            {now !== undefined && <span className="change-now">{now}</span>}
            {before !== undefined && <span className="was">Förut: {before}</span>}
            {tables.length > 0 && (
              <details>
                <summary>
                  {tables.length === 1 ? "1 tabell" : `${tables.length} tabeller`}
                  <span className="visually-hidden"> i {sectionName(id)}</span>
                </summary>
                <ul>
                  {tables.map((table) => (
                    <Table key={table.id} table={table} />
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
