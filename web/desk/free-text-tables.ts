/** Where the free texts of the answers stand in the report. */
import { WRITTEN } from "../../reports/protection/free-texts.ts";
import type { Report } from "../../reports/report.ts";
import type { Table } from "../../reports/section.ts";

/** The sections that have any. */
export const FREE_TEXT_SECTIONS: readonly string[] = [
  ...new Set(Object.keys(WRITTEN).map((key) => key.split(".")[0] ?? "")),
];

export interface FreeTextTable {
  readonly section: string;
  readonly table: Table;
}

/** The tables of a report that hold what somebody has written in an answer, those with rows. */
export const freeTextTables = ({ sections }: Report): readonly FreeTextTable[] =>
  sections.flatMap(({ id, tables }) =>
    tables
      .filter((table) => `${id}.${table.id}` in WRITTEN && table.rows.length > 0)
      .map((table) => ({ section: id, table })),
  );
