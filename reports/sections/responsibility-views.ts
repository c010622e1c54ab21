/** What the parties and the staff think of the responsibility: ratings, and how often persons fall between. */
import { HOW_OFTEN, type Category } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf } from "./cells.ts";
import { countCodes } from "./count-codes.ts";
import { allInOne } from "./groups.ts";
import { GROUP_LABELS } from "./interventions-tables.ts";
import { periodOf } from "./places.ts";
import { NET_NOTE, ratingCells, ratingColumns, RATINGS } from "./ratings-table.ts";

const STATEMENTS = [
  { code: "need", label: "Ett samlat ansvar behövs", group: "party", column: "joint_resp_need" },
  { code: "need", label: "Ett samlat ansvar behövs", group: "staff", column: "st_joint_need" },
  { code: "clear", label: "Det är klart vem som har huvudansvaret", group: "staff", column: "st_resp_clear" },
  { code: "enough", label: "Den egna partens stöd räcker", group: "staff", column: "st_single_party_enough" },
] as const;

/** The need of a joint responsibility as the parties and the staff see it, and what the staff say of today. */
export function needTable({ responses, study }: Dataset): Table {
  const rows = STATEMENTS.flatMap(({ code, group, column }): TableRow[] => {
    const of = responses.get(group);
    if (of === undefined || (group !== "party" && of.n === 0)) return [];
    const [counts] = countCodes(of.columns.get(column), allInOne(of), RATINGS);
    return counts === undefined ? [] : [{ code, group, ...ratingCells(counts) }];
  });
  return {
    id: "need",
    title: `Behovet av ett samlat ansvar, från 1 (inte alls) till 5 (i mycket hög grad), antal svar, ${periodOf(study)}`,
    columns: [
      { key: "code", label: "Påstående", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      ...ratingColumns(["Inte alls", "I mycket hög grad"]),
    ],
    rows,
    notes: [NET_NOTE],
    labels: { code: Object.fromEntries(STATEMENTS.map(({ code, label }) => [code, label])), group: GROUP_LABELS },
  };
}

export const EXPERIENCES: readonly Category[] = [
  { code: "st_bounced", label: "Personer skickas vidare utan lösning" },
  { code: "st_fall_outside", label: "Personer tappas helt" },
  { code: "st_dead_end", label: "Stödet leder inte vidare" },
];

/** How often the staff see persons passed on or lost. Rows also where no staff have answered: then all are zero. */
export function experienceTable({ responses, study }: Dataset): Table {
  const staff = responses.get("staff");
  const codes = HOW_OFTEN.map(({ code }) => code);
  return {
    id: "experience",
    title: `Hur ofta personalen ser att personer faller mellan, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "code", label: "Vad som händer", unit: "code" },
      ...HOW_OFTEN.map(({ code, label }) => ({ key: code, label, unit: "responses" })),
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "no_answer", label: "Inget svar", unit: "responses" },
    ],
    rows: EXPERIENCES.map(({ code }): TableRow => {
      const [counts] = staff === undefined ? [] : countCodes(staff.columns.get(code), allInOne(staff), codes);
      const { by = [], dontKnow = 0, noAnswer = 0 } = counts ?? {};
      const said = Object.fromEntries(codes.map((often, i) => [often, by[i] ?? 0]));
      return { code, ...said, dont_know: dontKnow, no_answer: noAnswer };
    }),
    notes: [],
    labels: { code: labelsOf(EXPERIENCES) },
  };
}
