/** What the study itself may use, beside the working time that the parties can give. */
import { countIn } from "../charts/read-table.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { formatPeriod } from "../text/format.ts";
import { missing } from "./cells.ts";

/** 40 hours a week: 40 · 52 / 12. */
export const FULL_TIME_HOURS = (40 * 52) / 12;

/** The lines of the budget, in kronor; no rows where the study has none. Ids are the places in the study file, from 1. */
export function budgetTable({ study }: Dataset): Table {
  const { budget } = study;
  const lines = budget?.lines ?? [];
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return {
    id: "budget",
    title: `Studiens budget, kronor${budget === undefined ? "" : `, ${formatPeriod(budget.from, budget.to)}`}`,
    columns: [
      { key: "line", label: "Post", unit: "" },
      { key: "funder", label: "Finansiär", unit: "" },
      { key: "amount", label: "Belopp", unit: "kronor" },
      { key: "share", label: "Andel av budgeten", unit: "share" },
    ],
    rows: lines.map(({ amount, funder }, i): TableRow => ({
      line: String(i + 1),
      funder: funder ?? missing("not_answered"),
      amount,
      share: total > 0 ? amount / total : missing("not_applicable"),
    })),
    notes: ["Beloppen är studiens egna, för hela tiden. Parterna tillfrågas inte om belopp."],
    labels: { line: Object.fromEntries(lines.map(({ label }, i) => [String(i + 1), label])) },
  };
}

/**
 * The budget and the parties' hours in the same measure: full-time posts. One row. Takes the tables of hours by
 * municipality and of what the parties can give.
 */
export function frameTable({ study }: Dataset, hours: Table, contributions: Table): Table {
  const { budget } = study;
  const none = missing("not_applicable");
  const stated = hours.rows.reduce((sum, row) => sum + countIn(row.stated), 0);
  const low = hours.rows.reduce((sum, row) => sum + countIn(row.sum_low), 0);
  const open = hours.rows.some((row) => row.sum_high === "∞");
  const high = hours.rows.reduce((sum, row) => sum + countIn(row.sum_high), 0);
  const money = contributions.rows.find((row) => row.code === "money");
  const nobody = missing("not_answered");
  return {
    id: "frame",
    title: "Studiens budget bredvid det som parterna kan bidra med",
    columns: [
      { key: "from", label: "Från", unit: "date" },
      { key: "to", label: "Till", unit: "date" },
      { key: "amount", label: "Budget", unit: "kronor" },
      { key: "full_time", label: "Heltider i budgeten", unit: "full-time posts" },
      { key: "hours_low", label: "Parternas timmar, lägst", unit: "hours a month" },
      { key: "hours_high", label: "Parternas timmar, högst", unit: "hours a month" },
      { key: "party_full_time_low", label: "Parternas heltider, lägst", unit: "full-time posts" },
      { key: "party_full_time_high", label: "Parternas heltider, högst", unit: "full-time posts" },
      { key: "stated", label: "Svar som anger timmar", unit: "responses" },
      { key: "money", label: "Svar som kan bidra med medel", unit: "responses" },
      { key: "answers", label: "Svar på vad parten kan bidra med", unit: "responses" },
    ],
    rows: [
      {
        from: budget?.from ?? none,
        to: budget?.to ?? none,
        amount: budget?.lines.reduce((sum, line) => sum + line.amount, 0) ?? none,
        full_time: budget?.full_time_equivalents ?? none,
        hours_low: stated === 0 ? nobody : low,
        hours_high: stated === 0 ? nobody : open ? "∞" : high,
        party_full_time_low: stated === 0 ? nobody : low / FULL_TIME_HOURS,
        party_full_time_high: stated === 0 ? nobody : open ? "∞" : high / FULL_TIME_HOURS,
        stated,
        money: money?.mentions ?? 0,
        answers: money?.answers ?? 0,
      },
    ],
    notes: ["En heltid är 40 timmar i veckan, 173 timmar i månaden. Timmarna är parternas löften, inte beslut."],
    labels: {},
  };
}
