/** The steps laid end to end, and whether the staff find the wait reasonable. */
import { STEPS, YES_PARTLY_NO } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf } from "./cells.ts";
import { countCodes } from "./count-codes.ts";
import { allInOne } from "./groups.ts";
import { stepLabels, TIME_GROUPS } from "./lead-times-tables.ts";
import { periodOf } from "./places.ts";

export const NOT_A_PERSON =
  "Medianer går inte att lägga ihop till en persons väntan: den som väntar länge i ett steg kan vänta kort i ett annat.";

/**
 * Running sums of the bounds of the medians, in the order of the steps. A step without a time adds nothing, so the sums
 * are of the steps that have one. `byStep` has one row of all kinds a step and group.
 */
export function chainTable({ study }: Dataset, byStep: Table): Table {
  const rows = (["party", "staff"] as const).flatMap((group) => {
    let [low, high, steps]: [number, number | "∞", number] = [0, 0, 0];
    return byStep.rows
      .filter((row) => row.group === group && row.party_kind === "all")
      .map(({ step = "", n = 0, median_low = 0, median_high = 0 }): TableRow => {
        if (typeof median_low === "number") {
          low += median_low;
          high = high === "∞" || typeof median_high !== "number" ? "∞" : high + median_high;
          steps++;
        }
        return { group, step, n, median_low, median_high, sum_low: low, sum_high: high, steps };
      });
  });
  return {
    id: "chain",
    title: `Stegens medianer lagda efter varandra, dagar, ${periodOf(study)}`,
    columns: [
      { key: "group", label: "Svarande", unit: "code" },
      { key: "step", label: "Steg", unit: "code" },
      { key: "n", label: "Svar med tid", unit: "responses" },
      { key: "median_low", label: "Medianen är mer än", unit: "days" },
      { key: "median_high", label: "Medianen är högst", unit: "days" },
      { key: "sum_low", label: "Medianerna hittills, mer än", unit: "days" },
      { key: "sum_high", label: "Medianerna hittills, högst", unit: "days" },
      { key: "steps", label: "Steg med tid hittills", unit: "steps" },
    ],
    rows,
    notes: [`${NOT_A_PERSON} Summorna är gränser för medianernas summa och inget annat.`],
    labels: { group: TIME_GROUPS, step: stepLabels },
  };
}

/** What the staff answer about the wait in each step; no rows where no staff have answered. */
export function reasonableTable({ responses, study }: Dataset): Table {
  const staff = responses.get("staff");
  const codes = YES_PARTLY_NO.map(({ code }) => code);
  const rows =
    staff === undefined || staff.n === 0
      ? []
      : STEPS.map(({ code: step }): TableRow => {
          const [counts] = countCodes(staff.columns.get(`st_lt_ok.${step}`), allInOne(staff), codes);
          const { by = [], dontKnow = 0 } = counts ?? {};
          const n = by.reduce((sum, one) => sum + one, 0);
          return {
            step,
            group: "staff",
            n,
            ...Object.fromEntries(codes.map((code, i) => [code, by[i] ?? 0])),
            dont_know: dontKnow,
          };
        });
  const labels = labelsOf(YES_PARTLY_NO);
  return {
    id: "reasonable",
    title: `Om väntan är rimlig enligt personalen, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "step", label: "Steg", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      { key: "n", label: "Svar ja, delvis eller nej", unit: "responses" },
      ...codes.map((code) => ({ key: code, label: labels[code] ?? code, unit: "responses" })),
      { key: "dont_know", label: "Vet ej", unit: "responses" },
    ],
    rows,
    notes: [],
    labels: { step: stepLabels, group: TIME_GROUPS },
  };
}
