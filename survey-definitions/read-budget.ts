/** What a study file says about the study's own money. */
import { join, type Fields, type StudyReader } from "./study-reader.ts";
import type { StudyBudget } from "./study.ts";

const MOST_KRONOR = 100_000_000_000;
const MOST_FULL_TIME_EQUIVALENTS = 10_000;

/** Amounts are whole kronor; full-time equivalents may have decimals. Undefined when anything is wrong. */
export function readBudget(reader: StudyReader, value: unknown): StudyBudget | undefined {
  const budget = reader.fields(value, "budget", ["from", "to", "full_time_equivalents", "lines"]);
  if (!budget) return undefined;
  const from = reader.date(budget["from"], "budget.from");
  const to = reader.date(budget["to"], "budget.to");
  const fullTime = readFullTime(reader, budget);
  const lines = readLines(reader, budget["lines"]);
  if (from === undefined || to === undefined) return undefined;
  if (from > to)
    return reader.refuse(
      "budget.from",
      "low-above-high",
      `Budgeten börjar ${from} men slutar före det, ${to}. Byt plats på datumen eller rätta det som är fel.`,
    );
  return { from, to, ...(fullTime === undefined ? {} : { full_time_equivalents: fullTime }), lines };
}

function readFullTime(reader: StudyReader, budget: Fields): number | undefined {
  const value = budget["full_time_equivalents"];
  if (value === undefined) return undefined;
  return reader.number(value, "budget.full_time_equivalents", 0, MOST_FULL_TIME_EQUIVALENTS);
}

function readLines(reader: StudyReader, value: unknown): StudyBudget["lines"] {
  return (reader.list(value, "budget.lines", 1) ?? []).flatMap((entry, i): StudyBudget["lines"] => {
    const field = `budget.lines[${i}]`;
    const line = reader.fields(entry, field, ["label", "amount", "funder"]);
    if (!line) return [];
    const label = reader.text(line["label"], join(field, "label"));
    const amount = reader.whole(line["amount"], join(field, "amount"), 0, MOST_KRONOR);
    const funder = line["funder"] === undefined ? undefined : reader.text(line["funder"], join(field, "funder"));
    if (label === undefined || amount === undefined) return [];
    return [{ label, amount, ...(funder === undefined ? {} : { funder }) }];
  });
}
