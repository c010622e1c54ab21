import type { Table } from "../section.ts";
import type { Audited } from "./audit.ts";
import type { SectionTables } from "./claimed-cells.ts";
import type { CountSystem } from "./count-system.ts";
import type { PeopleSystem } from "./people-system.ts";
import { isSmall, type SmallCounts } from "./small-counts.ts";
import type { Suppression } from "./suppress.ts";

/** What a publication says of its own protection: enough to judge it, nothing to undo it with. */
export interface ProtectionProtocol {
  /** Counts of people from 1 to this minus 1 are hidden. */
  readonly threshold: number;
  /** How many whole numbers apart the ends of an attacker's interval must at least be for a small count. */
  readonly protection: number;
  /** Whether the free texts of the answers are shown. */
  readonly freeTexts: boolean;
  /** How the cells beyond the small ones were chosen: with least loss, by the heuristic, or none was needed. */
  readonly method: "optimal" | "heuristic" | "none-needed";
  readonly audit: AuditSummary;
  readonly tables: readonly TableProtection[];
}

export interface AuditSummary {
  readonly passed: boolean;
  /** Counts of people in the system, whether shown or not, and the relations between them. */
  readonly cells: number;
  readonly relations: number;
  /** Hidden because they are small, and hidden to protect these. */
  readonly primary: number;
  readonly secondary: number;
  /** Cells that were attacked, each with two linear programmes; all of them stood. */
  readonly attacked: number;
  /** The narrowest interval that is left to an attacker of a small count; missing where there is no small count. */
  readonly narrowest?: number;
  /** Earlier publications of the study that the attacker was taken to know. */
  readonly earlier: number;
}

export interface TableProtection {
  readonly section: string;
  readonly table: string;
  /** Hidden cells, small ones and others alike: which is which is not told. */
  readonly hidden: number;
  readonly cells: number;
}

interface Protected {
  readonly settings: { readonly freeTexts: boolean };
  readonly small: SmallCounts;
  readonly own: PeopleSystem;
  readonly system: CountSystem;
  readonly found: Suppression;
  readonly hidden: ReadonlySet<number>;
  readonly audited: Audited;
  readonly tables: SectionTables;
  readonly earlier: number;
}

export function protocolOf(done: Protected): ProtectionProtocol {
  const { settings, small, own, system, found, hidden, audited, tables, earlier } = done;
  const { cells } = own.system;
  const primary = [...hidden].filter((at) => isSmall(small, cells[at]?.value ?? 0) || (cells[at]?.protection ?? 0) > 0);
  const secondary = [...hidden].filter((at) => cells[at]?.state === "free");
  const widths = audited.intervals.map(({ low, high }) => high - low);
  return {
    threshold: small.threshold,
    protection: small.protection,
    freeTexts: settings.freeTexts,
    method: found.method,
    audit: {
      passed: audited.intervals.every(({ exposed }) => !exposed),
      cells: system.cells.length,
      relations: system.relations.length,
      primary: primary.length,
      secondary: secondary.length,
      attacked: audited.intervals.length,
      ...(widths.length === 0 ? {} : { narrowest: Math.min(...widths) }),
      earlier,
    },
    tables: [...tables].flatMap(([section, of]) => Object.values(of).map((table) => tableProtection(section, table))),
  };
}

function tableProtection(section: string, { id, columns, rows }: Table): TableProtection {
  let hidden = 0;
  for (const row of rows)
    for (const cell of Object.values(row)) if (typeof cell === "object" && cell.missing === "suppressed") hidden++;
  return { section, table: id, hidden, cells: rows.length * columns.length };
}
