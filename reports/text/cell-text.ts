import { MISSING_LABELS } from "../../survey-definitions/codes.ts";
import type { Table, TableCell, TableColumn } from "../section.ts";
import { formatNumber, formatPercent } from "./format.ts";

function numberText(value: number, unit: string): string {
  if (unit === "share") return formatPercent(value);
  if (unit === "year") return String(value);
  return formatNumber(value, unit === "persons" || unit === "days" ? 1 : 2);
}

/** A code as its label; several, joined by `|` or by commas, as their labels. */
function labelled(value: string, labels: Readonly<Record<string, string>> | undefined): string {
  if (labels === undefined) return value;
  const label = labels[value];
  if (label !== undefined) return label;
  const parts = value.split(/[|,]\s*/);
  const known = parts.length > 1 && parts.every((part) => part in labels);
  return known ? parts.map((part) => labels[part]).join(", ") : value;
}

/** What a reader sees of one cell: a number as Swedes write it, a label for a code, a missing value in words. */
export function cellText(cell: TableCell | undefined, column: TableColumn, labels: Table["labels"]): string {
  if (cell === undefined || cell === "") return "–";
  if (typeof cell === "number") return numberText(cell, column.unit);
  if (typeof cell === "boolean") return cell ? "ja" : "nej";
  if (typeof cell === "object") return MISSING_LABELS[cell.missing];
  return cell === "∞" ? "ingen övre gräns" : labelled(cell, labels[column.key]);
}

const UNIT_LABELS: Readonly<Record<string, string>> = {
  persons: "personer",
  "persons, counted once a party": "personer, räknade en gång per part",
  share: "andel",
  days: "dagar",
  "per 1 000": "per 1\u00a0000 invånare",
  responses: "svar",
  assignments: "svar",
  parties: "parter",
  interventions: "insatser",
  "places a year": "platser per år",
  "hours a month": "timmar per månad",
  ties: "svar",
  pairs: "par",
  domains: "områden",
  place: "plats",
  points: "poäng",
  stages: "skeden",
  contacts: "kontakter",
  "kinds of parties": "slag av parter",
  years: "år",
  hours: "timmar",
  kr: "kronor",
  meetings: "möten",
  months: "månader",
  municipalities: "kommuner",
  periods: "perioder",
  problems: "problem",
  proposals: "förslag",
  times: "gånger",
  "steps of 1–5": "steg på skalan 1–5",
  "percentage points": "procentenheter",
};
/** Units that say how a cell is written and nothing to a reader. */
const SILENT = new Set(["", "code", "text", "boolean", "year", "date"]);

/** The unit as it stands under the column's name, or "". */
export const unitText = (unit: string): string => (SILENT.has(unit) ? "" : (UNIT_LABELS[unit] ?? unit));
