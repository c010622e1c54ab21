/** one column of each kind, two of a family over parties, and one that is personal. */
import type { Variable } from "../../survey-definitions/dictionary.ts";
import type { Store } from "../../server/store/store.ts";
import { createReader } from "../../server/analysis/read-responses.ts";
import type { AnalysisReference } from "../../server/analysis/reference.ts";

const column = (name: string, kind: Variable["kind"], more: Partial<Variable> = {}): Variable => ({
  name,
  base: name,
  kind,
  label: name,
  path: [name],
  categories: [],
  ordered: false,
  persons: false,
  personal: false,
  ...more,
});

const codes = (...names: string[]) => names.map((code) => ({ code, label: code }));

export const variables: readonly Variable[] = [
  column("n_known", "number", { whole: true, min: 0, max: 100_000 }),
  column("share", "number", { min: 0, max: 1 }),
  column("trend", "single", {
    categories: [
      ...codes("decreased", "unchanged", "increased"),
      { code: "dont_know", label: "?", missing: "dont_know" },
    ],
  }),
  column("missing", "multiple", { categories: codes("outreach", "housing", "work") }),
  column("wanted", "ranking", { categories: codes("outreach", "housing", "work"), places: 3 }),
  column("proposal", "text", { maxLength: 500 }),
  column("counted_on", "date"),
  column("n_overlap.bup", "number", { base: "n_overlap", row: "bup", path: ["n_overlap", "bup"], overParties: true }),
  column("n_overlap.polis", "number", {
    base: "n_overlap",
    row: "polis",
    path: ["n_overlap", "polis"],
    overParties: true,
  }),
  column("answered_by", "text", { maxLength: 100, personal: true }),
];

export const testReader = (store: Store) => createReader(store, () => variables);

export const testReference: Promise<AnalysisReference> = Promise.resolve({
  municipalityNames: new Map([
    ["1492", "Åmål"],
    ["1487", "Vänersborg"],
  ]),
  populationOf: (study, imported) =>
    new Map(
      study.municipalities.map((code) => [
        code,
        { persons: imported?.rows[0]?.population ?? 1000, year: 2024, source: "prov", approximated: false },
      ]),
    ),
});
