/** Texts that people have written, which nobody can tell beforehand what they hold. */
import type { Table, TableRow } from "../section.ts";
import { missing } from "../sections/cells.ts";

/**
 * Columns with the words of those who answered. What the investigator writes (`proposals.own`), the study's own texts and
 * what a project reports of itself (`follow-up.improvements`, `follow-up.assessment`) are written to be read.
 */
export const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  "interventions.other_support": ["text"],
  "gaps.other_missing": ["text"],
  "cooperation.notes": ["coop_works_note", "coop_fails_note"],
  "resources.conditions": ["conditions_to_join"],
  "background.remarks": ["local_conditions", "known_stats_ref"],
  "case-journey.words": ["text"],
  "proposals.proposals": ["text"],
  "methods.inclusion": ["note"],
  "methods.texts": ["text"],
  "follow-up.improvements": ["text"],
  "follow-up.assessment": ["why", "recommendation", "next_plan", "documentation"],
};

const NOTE = "Texterna visas inte: de har inte granskats för publicering.";

/** The table without the words of those who answered; who has written something is still there. */
export function withoutFreeTexts(section: string, table: Table): Table {
  const columns = WRITTEN[`${section}.${table.id}`];
  if (columns === undefined || table.rows.length === 0) return table;
  const rows = table.rows.map((row): TableRow => ({
    ...row,
    ...Object.fromEntries(
      columns.flatMap((key) => (typeof row[key] === "string" ? [[key, missing("suppressed")]] : [])),
    ),
  }));
  return { ...table, rows, notes: [...table.notes, NOTE] };
}
