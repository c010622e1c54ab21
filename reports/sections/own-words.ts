import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, partyLabels } from "./places.ts";

/** What the parties have written in their own words, one row a text, with party and municipality; empty ones are left out. */
export function ownWordsTable(data: Dataset, name: string, table: Pick<Table, "id" | "title">): Table {
  const { study } = data;
  const head = {
    ...table,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "text", label: "Med egna ord", unit: "text" },
    ],
    notes: ["Texterna står som de är skrivna."],
    labels: { municipality: municipalityLabels(data), party: partyLabels(study) },
  };
  return withLazyRows(head, () => textRows(data, name));
}

function textRows({ study, responses }: Dataset, name: string): readonly TableRow[] {
  const party = responses.get("party");
  const column = party?.columns.get(name);
  if (party === undefined || column?.kind !== "text") return [];
  const rows: { readonly place: number; readonly from: number; readonly row: TableRow }[] = [];
  for (let i = 0; i < party.n; i++) {
    const text = column.reasons[i] === 0 ? (column.values[i] ?? "").trim() : "";
    const [from, place] = [party.party[i] ?? -1, party.municipality[i] ?? -1];
    if (text === "") continue;
    const row = { municipality: study.municipalities[place] ?? "", party: study.parties[from]?.id ?? "", text };
    rows.push({ place, from, row });
  }
  return rows.sort((a, b) => a.place - b.place || a.from - b.from).map(({ row }) => row);
}
