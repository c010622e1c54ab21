/** What a publication says that the one before did not. Told of what both show, and of nothing else. */
import type { SectionReport } from "../report.ts";
import type { ChangesSince, Publication, SectionChanges } from "./publication.ts";
import { tableChanges } from "./table-changes.ts";

/** Sections that are as they were are left out; so are tables. In the order of the new publication, removed ones last. */
export function changesSince(
  previous: Pick<Publication, "number" | "date" | "sections">,
  now: readonly SectionReport[],
): ChangesSince {
  const { number, date, sections: before } = previous;
  return {
    number,
    date,
    sections: [
      ...now.flatMap((section) => sectionChanges(findIn(before, section.id), section) ?? []),
      ...before.flatMap((section) => (findIn(now, section.id) ? [] : (sectionChanges(section, undefined) ?? []))),
    ],
  };
}

const findIn = (sections: readonly SectionReport[], id: string): SectionReport | undefined =>
  sections.find((section) => section.id === id);

function sectionChanges(before: SectionReport | undefined, now: SectionReport | undefined): SectionChanges | undefined {
  const id = now?.id ?? before?.id ?? "";
  const [headlineBefore, headlineNow] = [before?.sentences[0], now?.sentences[0]];
  const headlines =
    headlineBefore === headlineNow
      ? {}
      : {
          ...(headlineBefore === undefined ? {} : { before: headlineBefore }),
          ...(headlineNow === undefined ? {} : { now: headlineNow }),
        };
  if (before === undefined) return { id, status: "new", ...headlines, tables: [] };
  if (now === undefined) return { id, status: "removed", ...headlines, tables: [] };
  const ids = new Set([...now.tables, ...before.tables].map((table) => table.id));
  const tables = [...ids].flatMap((table) => {
    const [old, young] = [before.tables.find((one) => one.id === table), now.tables.find((one) => one.id === table)];
    return tableChanges(old, young) ?? [];
  });
  const same = before.status === now.status && headlineBefore === headlineNow && tables.length === 0;
  return same ? undefined : { id, status: "changed", ...headlines, tables };
}
