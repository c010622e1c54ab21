/** Follow-up: what the parties put in, what it costs, what is decided, and whether anything can be said yet. */
import { IMPROVEMENT_STATUSES, IMPROVEMENTS, BUDGET_LINES } from "../../survey-definitions/follow-up-options.ts";
import type { Dataset, Responses } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import {
  byParty,
  figuresOf,
  PERIOD_COLUMN,
  periodGroups,
  periodLabels,
  periodsOf,
  sumOf,
} from "./follow-up-periods.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { partyLabels } from "./places.ts";
import { wordReader } from "./word-cells.ts";

/** One row a period × party of the study. */
export function partiesTable(data: Dataset, responses: Responses): Table {
  const periods = periodsOf(responses);
  const table = {
    id: "parties",
    title: "Vad varje part gör i projektet",
    columns: [
      PERIOD_COLUMN,
      { key: "party", label: "Part", unit: "" },
      { key: "referred", label: "Anmälda av parten", unit: "persons" },
      { key: "attended", label: "Möten med någon på plats", unit: "meetings" },
      { key: "meetings", label: "Samverkansmöten", unit: "meetings" },
      { key: "hours_planned", label: "Planerad arbetstid", unit: "hours a month" },
      { key: "hours_actual", label: "Använd arbetstid", unit: "hours a month" },
      { key: "hours_difference", label: "Skillnad", unit: "hours a month" },
    ],
    notes: ["Arbetstiden är timmar per månad i genomsnitt under perioden."],
    labels: { period: periodLabels(periods), party: partyLabels(data.study) },
  };
  return withLazyRows(table, () => {
    const figures = figuresOf(responses);
    return periods.flatMap(({ id, row }) => {
      const [referred, attended] = ["fu_referred", "fu_attend"].map((base) => byParty(responses, base, row));
      const [planned, actual] = ["fu_hours_planned", "fu_hours_actual"].map((base) => byParty(responses, base, row));
      const meetings = figures.cell("fu_meetings", row);
      return data.study.parties.map(({ id: party }): TableRow => {
        const [plan, used] = [planned?.get(party), actual?.get(party)];
        return {
          period: id,
          party,
          referred: stated(referred?.get(party)),
          attended: stated(attended?.get(party)),
          meetings,
          hours_planned: stated(plan),
          hours_actual: stated(used),
          hours_difference: stated(plan === undefined || used === undefined ? undefined : used - plan),
        };
      });
    });
  });
}

const stated = (value: number | undefined): TableCell => value ?? missing("not_answered");

/** Budget and cost by line. Compared over the periods that state both: one alone would look like money saved or lost. */
export function moneyTable(responses: Responses): Table {
  const periods = periodsOf(responses);
  const figures = figuresOf(responses);
  const lines = BUDGET_LINES.map(({ code }) => code);
  const rows = periodGroups(periods).flatMap(({ id, rows: of }) =>
    [...lines.map((line) => [line]), lines].map((codes): TableRow => {
      const cells = of.flatMap((row) =>
        codes.map((line) => ({
          budget: figures.number(`fu_budget.${line}`, row),
          cost: figures.number(`fu_cost.${line}`, row),
        })),
      );
      const both = cells.filter(({ budget, cost }) => budget !== undefined && cost !== undefined);
      const [budgeted, spent] = [sumOf(both.map(({ budget }) => budget)), sumOf(both.map(({ cost }) => cost))];
      const compared = typeof budgeted === "number" && typeof spent === "number";
      return {
        period: id,
        line: codes.length > 1 ? "total" : (codes[0] ?? ""),
        budget: sumOf(cells.map(({ budget }) => budget)),
        cost: sumOf(cells.map(({ cost }) => cost)),
        difference: compared ? spent - budgeted : missing("not_answered"),
        used: !compared ? missing("not_answered") : budgeted > 0 ? spent / budgeted : missing("not_applicable"),
      };
    }),
  );
  return {
    id: "money",
    title: "Budget och utfall, kronor",
    columns: [
      PERIOD_COLUMN,
      { key: "line", label: "Post", unit: "code" },
      { key: "budget", label: "Budget", unit: "kr" },
      { key: "cost", label: "Utfall", unit: "kr" },
      { key: "difference", label: "Utfall minus budget", unit: "kr" },
      { key: "used", label: "Andel av budgeten", unit: "share" },
    ],
    rows,
    notes: ["Skillnaden och andelen räknas över de perioder och poster där både budget och utfall är angivna."],
    labels: { period: periodLabels(periods), line: { ...labelsOf(BUDGET_LINES), total: "Alla poster" } },
  };
}

/** One row a period and improvement that is named in it. */
export function improvementsTable(responses: Responses): Table {
  const periods = periodsOf(responses);
  const rows = periods.flatMap(({ id, row }) =>
    IMPROVEMENTS.flatMap(({ code }): TableRow[] => {
      const cell = (name: string) => responses.columns.get(`${name}.${code}`);
      const text = wordReader(cell("fu_improvement"))(row);
      if (typeof text !== "string" || text === "") return [];
      const status = cellReader(cell("fu_improvement_status"))(row);
      return [{ period: id, no: Number(code), text, status, date: wordReader(cell("fu_improvement_date"))(row) }];
    }),
  );
  return {
    id: "improvements",
    title: "Beslutade förbättringar",
    columns: [
      PERIOD_COLUMN,
      { key: "no", label: "Nummer", unit: "" },
      { key: "text", label: "Förbättring", unit: "" },
      { key: "status", label: "Läge", unit: "code" },
      { key: "date", label: "Datum", unit: "date" },
    ],
    rows,
    notes: [],
    labels: { period: periodLabels(periods), status: labelsOf(IMPROVEMENT_STATUSES) },
  };
}

export const TOO_EARLY_LABELS = { yes: "För tidigt att bedöma", partly: "Delvis för tidigt", no: "Går att bedöma" };

const WORDS = [
  { key: "why", name: "fu_too_early_why", label: "Varför" },
  { key: "recommendation", name: "fu_recommendation", label: "Rekommendation" },
  { key: "next_plan", name: "fu_next_plan", label: "Så fortsätter samverkan" },
  { key: "evaluation_due", name: "fu_eval_due", label: "Utvärderingen klar" },
  { key: "documentation", name: "fu_doc_ref", label: "Dokumentation" },
] as const;

/** Whether the result can be judged, by period, and what is said about what comes next. */
export function assessmentTable(responses: Responses): Table {
  const periods = periodsOf(responses);
  const { columns } = responses;
  return {
    id: "assessment",
    title: "Vad som går att säga om resultatet",
    columns: [
      PERIOD_COLUMN,
      { key: "too_early", label: "Går resultatet att bedöma?", unit: "code" },
      ...WORDS.map(({ key, label }) => ({ key, label, unit: key === "evaluation_due" ? "date" : "" })),
    ],
    rows: periods.map(({ id, row }) => ({
      period: id,
      too_early: cellReader(columns.get("fu_too_early"))(row),
      ...Object.fromEntries(WORDS.map(({ key, name }) => [key, wordReader(columns.get(name))(row)])),
    })),
    notes: [
      "Att det är för tidigt är ett resultat: det är något annat än att ingen vet och något annat än att ingen har svarat.",
    ],
    labels: { period: periodLabels(periods), too_early: TOO_EARLY_LABELS },
  };
}
