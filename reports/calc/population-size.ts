/** `calc log-linear` and `calc chao`: how many there are, seen and unseen. */
import { chao, chaoObjections, type ChaoObjection } from "../stats/chao.ts";
import { captureTable, maskOf, MOST_PATTERN_LISTS, type CaptureTable } from "../stats/list-patterns.ts";
import { compareModels, defensibleRange, MOST_COMPARED_LISTS } from "../stats/log-linear-models.ts";
import { profileInterval } from "../stats/log-linear-profile.ts";
import { isRefused, logLinear, type LogLinearFit, type LogLinearRefusal } from "../stats/log-linear.ts";
import { orUnbounded, readCount, readFields, readList, readText, wrong } from "./input.ts";
import type { CalcContext } from "./methods.ts";

const WHY: Readonly<Record<LogLinearRefusal, string>> = {
  "not-identifiable": "Uppgifterna räcker inte för att bestämma modellen: flera olika antal passar lika bra.",
  "no-maximum": "Modellen har ingen bästa skattning: antalet som ingen lista har med går mot noll eller mot oändligt.",
};

/**
 * With `terms` one model, with its profile interval beside; without, all models with pairwise terms, best AIC first. A
 * model that has no answer is a refusal in the first case and is listed in `not_estimable` in the second.
 */
export function calculateLogLinear(input: unknown, { solver }: CalcContext): unknown {
  const fields = readFields(input, ["lists", "patterns"], ["terms"]);
  const table = readTable(fields);
  if (table.persons === 0) return { refused: "Det finns inga personer på listorna." };
  if (fields.terms !== undefined) {
    const terms = readList(fields.terms, "terms", (term, field) => readMembers(term, field, table.lists));
    const found = logLinear(table, terms, solver);
    const profile = isRefused(found) ? found : profileInterval(table, terms, solver);
    if (isRefused(found) || isRefused(profile)) return { refused: WHY[isRefused(found) ? found : "no-maximum"] };
    const { estimate, low, high } = profile;
    return { models: [{ ...writeModel(found), profile: { estimate, low, high: orUnbounded(high) } }] };
  }
  if (table.lists.length > MOST_COMPARED_LISTS)
    return { refused: `Med fler än ${MOST_COMPARED_LISTS} listor är modellerna för många att jämföra. Ange ”terms”.` };
  const { models, refused } = compareModels(table, solver);
  if (models.length === 0) return { refused: `Ingen modell kan skattas. ${WHY[refused[0]?.why ?? "no-maximum"]}` };
  return {
    models: models.map(writeModel),
    range: defensibleRange(models) ?? null,
    not_estimable: refused.map(({ terms, why }) => ({ terms, why: WHY[why] })),
  };
}

const writeModel = ({ terms, estimate, se, deviance, df, aic, bic, low, high, coefficients }: LogLinearFit) => ({
  terms,
  estimate,
  se,
  deviance,
  df,
  aic,
  bic,
  low,
  high,
  warnings: [
    ...(df === 0 ? ["Modellen återger uppgifterna exakt (df = 0): hur väl den passar säger ingenting om den."] : []),
    ...coefficients.flatMap(({ members, value }) =>
      value === -Infinity && terms.some((term) => members.every((id) => term.includes(id)))
        ? [`Ingen finns på alla listorna ${members.join(", ")}; termen tömmer sina celler.`]
        : [],
    ),
  ],
});

function readTable(fields: Readonly<Record<string, unknown>>): CaptureTable {
  const lists = readList(fields.lists, "lists", readText);
  if (lists.length < 2 || lists.length > MOST_PATTERN_LISTS)
    wrong(`”lists” ska ha två till ${MOST_PATTERN_LISTS} listor.`);
  if (new Set(lists).size < lists.length) wrong("”lists” har samma lista två gånger.");
  const seen = new Set<number>();
  const patterns = readList(fields.patterns, "patterns", (value, field) => {
    const pattern = readFields(value, ["members", "n"], [], field);
    const members = readMembers(pattern.members, `${field}.members`, lists);
    const mask = maskOf(lists, members);
    if (seen.has(mask)) wrong(`”${field}” anger samma listor som ett tidigare mönster.`);
    seen.add(mask);
    return { members, n: readCount(pattern.n, `${field}.n`) };
  });
  return captureTable(lists, patterns);
}

function readMembers(value: unknown, field: string, lists: readonly string[]): readonly string[] {
  const members = readList(value, field, readText);
  if (members.length === 0) wrong(`”${field}” är tom: minst en lista ska anges.`);
  if (new Set(members).size < members.length) wrong(`”${field}” har samma lista två gånger.`);
  const unknown = members.find((id) => !lists.includes(id));
  return unknown === undefined ? members : wrong(`”${field}” har listan ”${unknown}”, som saknas i ”lists”.`);
}

const OBJECTIONS: Readonly<Record<ChaoObjection, string>> = {
  "fewer-than-three-parties": "Färre än tre parter.",
  "party-missing": "Alla parter har inte svarat.",
  "too-few-twice": "För få personer är kända av två parter.",
  "not-a-mixture": "Antalen stämmer inte med att parterna känner till personerna oberoende av varandra.",
};

/** `f3` and `parties` are needed for the objections, which are null without them. */
export function calculateChao(input: unknown): unknown {
  const fields = readFields(input, ["f1", "f2", "n"], ["f3", "parties", "answered"]);
  const [f1, f2, n] = [readCount(fields.f1, "f1"), readCount(fields.f2, "f2"), readCount(fields.n, "n")];
  if (n < f1 + f2) wrong("”n” är mindre än ”f1” och ”f2” tillsammans.");
  if (n === 0) return { refused: "Det finns inga personer." };
  const found = chao(f1, f2, n);
  return {
    lower_bound: orUnbounded(found.lowerBound),
    bias_corrected: found.biasCorrected,
    zelterman: orUnbounded(found.zelterman),
    se: found.se ?? null,
    low: found.low ?? null,
    high: found.high ?? null,
    objections: objectionsTo(fields, f1, f2),
  };
}

function objectionsTo(fields: Readonly<Record<string, unknown>>, once: number, twice: number) {
  if (fields.f3 === undefined || fields.parties === undefined) return null;
  const parties = readCount(fields.parties, "parties");
  const answered = fields.answered === undefined ? parties : readCount(fields.answered, "answered");
  if (answered > parties) wrong("”answered” är större än ”parties”.");
  const thrice = readCount(fields.f3, "f3");
  return chaoObjections({ parties, answered, once, twice, thrice }).map((objection) => OBJECTIONS[objection]);
}
