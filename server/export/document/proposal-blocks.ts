import type { DocumentSection } from "../../../reports/publication/publication.ts";
import type { Table, TableCell, TableRow } from "../../../reports/section.ts";
import { formatDate } from "../../../reports/text/format.ts";
import type { PrintedBlock } from "./printed.ts";

/** The investigator's proposals: each municipality with what is asked of it, then what goes for all and for each party. */
export function proposalBlocks({ id, tables }: DocumentSection): readonly PrintedBlock[] {
  const own = id === "proposals" ? tables.find((table) => table.id === "own") : undefined;
  if (own === undefined) return [];
  const of = (kind: string) => own.rows.filter((row) => row.kind === kind);
  const label = (column: string, code: string): string => own.labels[column]?.[code] ?? code;
  const byPlace = groups(of("proposal"), "municipality");
  const byParty = groups(of("basis"), "party");
  return [
    ...[...byPlace].flatMap(([code, rows], i) =>
      listed(
        code === ""
          ? byPlace.size > 1
            ? "Förslag för alla kommuner"
            : "Förslag"
          : `Förslag för ${label("municipality", code)}`,
        `forslag_${i}`,
        rows.map((row) => proposal(row)),
      ),
    ),
    ...listed(
      "Underlag för parternas egna beslut",
      "forslag_parter",
      [...byParty].flatMap(([code, rows]) =>
        rows.map((row) => `${code === "" ? "" : `${label("party", code)}: `}${proposal(row)}`),
      ),
    ),
    ...listed("Går att använda på andra håll", "forslag_andra", of("transfer").map(proposal)),
  ];
}

/** In the order of the rows; those that name none last, under "". */
function groups(rows: readonly TableRow[], column: string): ReadonlyMap<string, readonly TableRow[]> {
  const found = new Map<string, TableRow[]>();
  const named = (row: TableRow): string => words(row[column]);
  for (const row of [...rows.filter(named), ...rows.filter((one) => named(one) === "")])
    found.set(named(row), [...(found.get(named(row)) ?? []), row]);
  return found;
}

const listed = (text: string, id: string, items: readonly string[]): readonly PrintedBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text, id },
        { kind: "list", items },
      ];

function proposal({ what, who, by }: TableRow): string {
  const day = words(by);
  const when = /^\d{4}-\d{2}-\d{2}$/.test(day) ? `senast ${formatDate(day)}` : day;
  const terms = [
    ...(words(who) === "" ? [] : [`Ansvarig: ${words(who)}`]),
    ...(when === "" ? [] : [words(who) === "" ? `Ska vara genomfört ${when}` : when]),
  ].join(", ");
  return terms === "" ? words(what) : `${words(what)} ${terms}.`;
}

const words = (cell: Table["rows"][number][string] | undefined): string =>
  typeof cell === "string" ? cell : typeof cell === "number" ? String(cell satisfies TableCell) : "";
