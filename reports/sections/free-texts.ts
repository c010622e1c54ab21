import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, partyLabels, partyPlaces, periodOf } from "./places.ts";
import { wordReader } from "./word-cells.ts";

export interface FreeTexts {
  readonly id: string;
  readonly title: string;
  /** The questions side by side, by variable. */
  readonly questions: readonly { readonly variable: string; readonly label: string }[];
}

/** What the parties write in their own words: a row a party and municipality that has written anything at all. */
export function freeTextsTable(data: Dataset, { id, title, questions }: FreeTexts): Table {
  const { study } = data;
  const head = {
    id,
    title: `${title}, ${periodOf(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      ...questions.map(({ variable, label }) => ({ key: variable, label, unit: "" })),
    ],
    notes: ["Texterna är parternas egna och återges som de skrivits."],
    labels: { party: partyLabels(study), municipality: municipalityLabels(data) },
  };
  return withLazyRows(head, () => {
    const columns = data.responses.get("party")?.columns;
    const none = missing("not_answered");
    const asked = questions.map(({ variable }) => ({ variable, wordsAt: wordReader(columns?.get(variable)) }));
    return partyPlaces(data).flatMap(({ party, municipality, row }): TableRow[] => {
      const texts = asked.map(({ variable, wordsAt }) => {
        const words = wordsAt(row);
        return [variable, words === "" ? none : words] as const;
      });
      if (texts.every(([, words]) => typeof words !== "string")) return [];
      return [{ party, municipality, ...Object.fromEntries(texts) }];
    });
  });
}
