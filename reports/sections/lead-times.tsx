import { defineChart } from "../charts/define-chart.tsx";
import { chainBody } from "../charts/lead-times-chain-chart.ts";
import { stepsBody } from "../charts/lead-times-chart.ts";
import { kindsBody } from "../charts/lead-times-kinds-chart.ts";
import { normsBody } from "../charts/lead-times-norms-chart.ts";
import { tableOf } from "../charts/read-table.ts";
import type { Section } from "../section.ts";
import { inSentence } from "../text/format.ts";
import { chainTable, reasonableTable } from "./lead-times-chain.ts";
import {
  againstNorm,
  apart,
  byGroup,
  every,
  laidOut,
  longest,
  measured,
  reasonable,
  silent,
} from "./lead-times-sentences.ts";
import { leadTimeTables, measuredTable } from "./lead-times-tables.ts";
import { hasAnswers } from "./places.ts";

const SOURCE = "Källa: uppgifter om den vanliga tiden från dem som svarat, inte uppmätta väntetider för personer.";
const sentencesOf = (texts: readonly string[]) => texts.map((text) => `${text}.`);

const chain = defineChart({
  section: "lead-times",
  id: "chain",
  title: (tables) => laidOut(tables)[0] ?? longest(tables),
  subtitle: (tables) => tableOf(tables, "chain").title,
  description: (tables) => sentencesOf([...laidOut(tables), ...every(tables)]).join(" "),
  body: chainBody,
  source: SOURCE,
});

const steps = defineChart({
  section: "lead-times",
  id: "steps",
  title: (tables) => byGroup(tables)[0] ?? longest(tables),
  subtitle: (tables) => tableOf(tables, "by_step").title,
  description: (tables) => sentencesOf([longest(tables), ...byGroup(tables), ...every(tables)]).join(" "),
  body: stepsBody,
  source: SOURCE,
});

const norms = defineChart({
  section: "lead-times",
  id: "norms",
  title: (tables) => againstNorm(tables)[0] ?? "Ingen norm att jämföra med",
  subtitle: (tables) => `Andel av svaren inom och över normen: ${inSentence(tableOf(tables, "by_step").title)}`,
  description: (tables) => sentencesOf(againstNorm(tables)).join(" "),
  applies: (tables) => tableOf(tables, "by_step").rows.some((row) => typeof row.norm_days === "number"),
  body: normsBody,
  source: SOURCE,
});

const kinds = defineChart({
  section: "lead-times",
  id: "kinds",
  title: (tables) => apart(tables),
  subtitle: (tables) => `${tableOf(tables, "by_step").title}, efter slag av part`,
  description: (tables) => `${apart(tables)}.`,
  body: kindsBody,
  source: SOURCE,
});

export const leadTimes: Section = {
  id: "lead-times",
  question: "Hur lång tid tar det?",
  reads: ["lt_typical", "lt_low", "lt_high", "lt_source", "st_lt", "st_lt_ok", "v_wait_first", "v_wait_support"],
  method:
    "Svaren är intervall. Fördelning och median är Turnbulls skattning för intervallcensurerade tider; medianen är därför ett intervall. " +
    "Kortast och längst går före den vanliga tiden när båda är angivna. ”Vet ej” och ”inte aktuellt” ingår inte. Normen är den som gäller " +
    "sista dagen i perioden, partens egen före den allmänna. Parter, personal och unga redovisas var för sig; personalen hör till sin parts slag. " +
    "Medianernas summa är bara gränser för just den summan, inte en persons väntan.",

  compute(data) {
    if (!hasAnswers(data, ["party", "staff", "voice"])) return { status: "no-answers" };
    const { by_step, distribution } = leadTimeTables(data);
    return {
      status: "ok",
      tables: {
        by_step,
        distribution,
        chain: chainTable(data, by_step),
        measured: measuredTable(data),
        reasonable: reasonableTable(data),
      },
    };
  },

  sentences: (tables) =>
    sentencesOf([
      longest(tables),
      ...byGroup(tables),
      ...againstNorm(tables),
      ...laidOut(tables),
      ...silent(tables),
      ...reasonable(tables),
      ...measured(tables),
    ]),

  charts: [chain, steps, norms, kinds],
};
