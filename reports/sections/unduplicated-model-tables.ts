import type { Table, TableCell, TableRow } from "../section.ts";
import { membersOf, sizeOf, type CaptureTable } from "../stats/list-patterns.ts";
import { missing, type Labels } from "./cells.ts";
import type { JudgedModel, ModelObjection } from "./unduplicated-models.ts";
import type { PatternRefusal } from "./unduplicated-patterns.ts";

const NONE: TableCell = missing("cannot_state");
const INDEPENDENT = "independent";

const OBJECTIONS: Readonly<Record<ModelObjection, string>> = {
  repeats_counts: "Återger bara talen, går inte att pröva",
  without_support: "Stämmer mycket sämre med talen än den bästa",
  above_population: "Ger fler än befolkningen i åldern",
  "not-identifiable": "Andra antal okända passar lika bra",
  "no-maximum": "Antalet okända går mot noll eller oändligt",
};

const termOf = (pair: readonly string[]): string => pair.join("*");

function modelRow(municipality: string, { terms, fit, objection }: JudgedModel): TableRow {
  const value = (number: number | undefined): TableCell => number ?? NONE;
  return {
    municipality,
    terms: terms.length === 0 ? INDEPENDENT : terms.map(termOf).join("|"),
    estimate: value(fit?.estimate),
    se: value(fit?.se),
    deviance: value(fit?.deviance),
    df: value(fit?.df),
    aic: value(fit?.aic),
    bic: value(fit?.bic),
    low: value(fit?.low),
    high: value(fit?.high),
    defensible: objection === undefined,
    why: objection ?? missing("not_applicable"),
  };
}

/** What a municipality's answers gave: a table of patterns or a refusal, and the models of the table. */
export interface Compared {
  readonly municipality: string;
  readonly table: CaptureTable | PatternRefusal;
  readonly models: readonly JudgedModel[];
}

/** Every model that was tried, also those that cannot be defended and those without an estimate. */
export function modelsTable(
  compared: readonly Compared[],
  group: string,
  municipality: Labels,
  parties: Labels,
): Table {
  return {
    id: "models",
    title: `Log-linjära modeller av hela målgruppen, ${group}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "terms", label: "Par som beror av varandra", unit: "code" },
      { key: "estimate", label: "Skattning", unit: "persons" },
      { key: "se", label: "Medelfel", unit: "persons" },
      { key: "deviance", label: "Avvikelse (G²)", unit: "" },
      { key: "df", label: "Frihetsgrader", unit: "" },
      { key: "aic", label: "AIC", unit: "" },
      { key: "bic", label: "BIC", unit: "" },
      { key: "low", label: "95 % intervall, lägst", unit: "persons" },
      { key: "high", label: "95 % intervall, högst", unit: "persons" },
      { key: "defensible", label: "Kan försvaras", unit: "boolean" },
      { key: "why", label: "Varför inte", unit: "code" },
    ],
    rows: compared.flatMap((one) => one.models.map((model) => modelRow(one.municipality, model))),
    notes: [
      "Kan försvaras: modellen lämnar något att pröva (frihetsgrader över 0), har högst 10 enheter högre AIC än den bästa av dem, och skattar inte fler än befolkningen. Inget mått säger vilken av dem som är sann.",
    ],
    labels: { municipality, terms: termLabels(compared, parties), why: OBJECTIONS },
  };
}

function termLabels(compared: readonly Compared[], parties: Labels): Labels {
  const name = (id: string) => parties[id] ?? id;
  const pairs = compared.flatMap(({ table }) => {
    const lists = typeof table === "string" ? [] : table.lists;
    return lists.flatMap((a, i) => lists.slice(i + 1).map((b) => [a, b]));
  });
  return {
    [INDEPENDENT]: "Inga: parterna är oberoende",
    ...Object.fromEntries(pairs.map((pair) => [termOf(pair), pair.map(name).join(" och ")])),
  };
}

const patternRows = (municipality: string, { lists, counts }: CaptureTable): readonly TableRow[] =>
  counts.flatMap((n, cell) =>
    cell === 0 ? [] : [{ municipality, parties: membersOf(lists, cell).join("|"), known_by: sizeOf(cell), n }],
  );

/** Persons by pattern, of the municipalities whose answers leave one possibility. */
export function patternsTable(compared: readonly Compared[], group: string, labels: Table["labels"]): Table {
  return {
    id: "patterns",
    title: `Personer efter precis vilka parter som känner dem, uträknat ur svaren, ${group}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "parties", label: "Kända hos precis", unit: "" },
      { key: "known_by", label: "Antal parter", unit: "parties" },
      { key: "n", label: "Personer", unit: "persons" },
    ],
    rows: compared.flatMap(({ municipality, table }) =>
      typeof table === "string" ? [] : patternRows(municipality, table),
    ),
    notes: [
      "Bara kommuner där alla parter har svarat och svaren går ihop på ett enda sätt. Tabellen är det som modellerna räknas på.",
    ],
    labels,
  };
}
