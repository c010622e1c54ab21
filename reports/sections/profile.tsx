import { defineChart } from "../charts/define-chart.tsx";
import { groupsBody, knownByBody, trendBody } from "../charts/profile-chart.ts";
import { sexAgeBody } from "../charts/sex-age-chart.ts";
import { topRows } from "../charts/ranking.ts";
import { countIn, distinct, hidesAny, isHidden, labelIn, NOT_SHOWN, tableOf, textIn } from "../charts/read-table.ts";
import type { Section, TableRow, Tables } from "../section.ts";
import { counted, formatNumber, formatShortList, inSentence, percentInWords } from "../text/format.ts";
import { hidesSum, rangeWord, statedWord } from "../charts/range-bars.ts";
import { hasPartyAnswers } from "./places.ts";
import { groupsTable, groupTotals } from "./profile-groups.ts";
import { chaoTable, knownBy, knownByTable } from "./profile-known-by.ts";
import { meetsTable, sexAgeTable, trendTable } from "./profile-people.ts";

const SOURCE = "Källa: parternas antal. Samma person kan vara känd hos flera parter.";

const groups = defineChart({
  section: "profile",
  id: "groups",
  title: (tables) => headline(tables),
  subtitle: (tables) => tableOf(tables, "group_totals").title,
  description: (tables) => [headline(tables), ...between(tables)].map((text) => `${text}.`).join(" "),
  place: true,
  body: groupsBody,
  source: SOURCE,
});

const sexAge = defineChart({
  section: "profile",
  id: "sex-age",
  title: (tables) => people(tables),
  subtitle: (tables) => tableOf(tables, "sex_age").title,
  description: (tables) => `${people(tables)}.`,
  place: true,
  body: sexAgeBody,
  source: SOURCE,
});

const known = defineChart({
  section: "profile",
  id: "known-by",
  title: (tables) => shared(tables),
  subtitle: (tables) => tableOf(tables, "known_by").title,
  description: (tables) => [shared(tables), ...hidden(tables)].map((text) => `${text}.`).join(" "),
  place: true,
  body: knownByBody,
  source: SOURCE,
});

const trend = defineChart({
  section: "profile",
  id: "trend",
  title: (tables) => changed(tables),
  subtitle: (tables) => tableOf(tables, "trend").title,
  description: (tables) => `${changed(tables)}.`,
  place: true,
  body: trendBody,
  source: "Källa: de svarandes bedömning. Grupperna slås inte ihop.",
});

export const profile: Section = {
  id: "profile",
  question: "Vilka är de unga?",
  reads: [
    "n_known",
    ...["substance_social", "substance_psych", "substance_both", "single_parent", "low_education", "no_work_study"]
      .concat(["income_support", "between_chairs", "outside_definition", "early_signs"])
      .flatMap((code) => [`n_${code}`, `n_${code}_low`, `n_${code}_high`]),
    "n_by_sex_age",
    "n_known_by_k",
    "trend_3y",
    "st_trend",
    "st_meets_group",
  ],
  method:
    "Antalen är parternas egna. Summor gäller bara de parter som angett ett antal eller ett intervall, och räknar en person en gång för varje part som känner till den. " +
    "Andelar gäller de parter som angett både gruppens antal och alla kända. Chaos nedre gräns visas bara där alla parter svarat och talen följer metodens mönster.",

  compute(data) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    const [group_totals, by_group] = groupTotals(data);
    const found = knownBy(data);
    return {
      status: "ok",
      tables: {
        by_group,
        group_totals,
        groups: groupsTable(data),
        sex_age: sexAgeTable(data),
        known_by: knownByTable(data, found),
        chao: chaoTable(data, found),
        trend: trendTable(data),
        meets: meetsTable(data),
      },
    };
  },

  sentences: (tables) =>
    [
      headline(tables),
      ...between(tables),
      people(tables),
      shared(tables),
      ...hidden(tables),
      changed(tables),
      ...met(tables),
    ].map((text) => `${text}.`),

  placeSentences: (tables) =>
    [headline(tables), ...between(tables), people(tables), shared(tables), ...hidden(tables), changed(tables)].map(
      (text) => `${text}.`,
    ),

  charts: [groups, sexAge, known, trend],
};

/** Of the one municipality that the tables are about, or of all. */
function groupRows(tables: Tables): readonly TableRow[] {
  const byPlace = tableOf(tables, "group_totals");
  return distinct(byPlace, "municipality").length <= 1 ? byPlace.rows : tableOf(tables, "by_group").rows;
}

const groupName = (tables: Tables, row: TableRow): string =>
  labelIn(tableOf(tables, "group_totals"), "group", row.group);

/** The largest share of those known, or the largest sum where no share is known. */
function headline(tables: Tables): string {
  const rows = groupRows(tables).filter((row) => countIn(row.stated) > 0);
  const [share] = topRows(rows, (row) =>
    typeof row.share_of_known === "number" && !isHidden(row.known) ? row.share_of_known : undefined,
  );
  if (share !== undefined) {
    const some = rows.some((row) => hidesAny(row, ["share_of_known", "known"])) ? ", av de grupper som visas," : "";
    const part = Math.round(countIn(share.share_of_known) * countIn(share.known));
    return `Vanligast bland de kända${some} är ”${inSentence(groupName(tables, share))}”: ${formatNumber(part)} av ${formatNumber(countIn(share.known))} (${percentInWords(countIn(share.share_of_known))}) hos de parter som angett båda talen`;
  }
  const shown = rows.filter((row) => !hidesSum(row));
  const [sum] = topRows(shown, (row) => countIn(row.sum_low));
  if (sum === undefined && shown.length < rows.length) return `Hur stora grupperna är ${NOT_SHOWN}`;
  if (sum === undefined) return "Ingen part har angett hur gruppen är sammansatt";
  return `Störst ${shown.length < rows.length ? "av de grupper som visas " : ""}är ”${inSentence(groupName(tables, sum))}”: ${rangeWord(sum)} (${statedWord(sum, "antal")})`;
}

/** Those for whom nobody is responsible, and those with early signs. */
function between(tables: Tables): readonly string[] {
  const rows = groupRows(tables);
  return ["between_chairs", "early_signs"].flatMap((group) => {
    const row = rows.find((one) => one.group === group);
    if (row === undefined || countIn(row.stated) === 0) return [];
    const what =
      group === "between_chairs" ? "har ingen part helhetsansvar för" : "har tidiga tecken men ännu inget stöd";
    if (hidesSum(row))
      return [
        `Hur många som ${group === "between_chairs" ? "ingen part har helhetsansvar för" : what} ${NOT_SHOWN} (${statedWord(row, "antal")})`,
      ];
    const [low, high] = [countIn(row.sum_low), row.sum_high];
    if (low === 0 && high === "∞") return [];
    const persons = counted(low === 0 ? countIn(high) : low, ["person", "personer"]);
    return [`${low === 0 && high !== 0 ? "Högst" : "Minst"} ${persons} ${what} (${statedWord(row, "antal")})`];
  });
}

const SEX_WORDS: Readonly<Record<string, string>> = {
  women: "kvinnor",
  men: "män",
  other: "personer med annat eller okänt kön",
};

function people(tables: Tables): string {
  const table = tableOf(tables, "sex_age");
  const stated = new Map<string, TableRow>(table.rows.map((row) => [textIn(row.municipality), row]));
  const sum = (key: string, rows: Iterable<TableRow>) => [...rows].reduce((all, row) => all + countIn(row[key]), 0);
  const answered = sum("stated", stated.values());
  if (answered === 0) return "Ingen part har angett ålder och kön";
  const cells = new Map<string, number>();
  const notShown = new Set<string>();
  for (const row of table.rows)
    for (const sex of Object.keys(SEX_WORDS)) {
      const key = `${SEX_WORDS[sex] ?? sex} ${labelIn(table, "age", row.age)}`;
      if (isHidden(row[sex])) notShown.add(key);
      else cells.set(key, (cells.get(key) ?? 0) + countIn(row[sex]));
    }
  for (const key of notShown) cells.delete(key);
  const basis = `(${formatNumber(answered)} av ${formatNumber(sum("expected", stated.values()))} parter har angett ålder och kön)`;
  const all = [...cells.values()].reduce((a, b) => a + b, 0);
  const most = Math.max(0, ...cells.values());
  if (notShown.size > 0 && most === 0) return `Hur många som är kvinnor och män i varje ålder ${NOT_SHOWN} ${basis}`;
  if (all === 0) return "De parter som angett ålder och kön känner inte till någon";
  const names = [...cells].flatMap(([name, n]) => (n === most ? [name] : []));
  const each = names.length > 1 ? " vardera" : "";
  if (notShown.size > 0)
    return `Flest av de antal som visas är ${formatShortList(names, 3)}: ${formatNumber(most)}${each} ${basis}`;
  return `Flest är ${formatShortList(names, 3)}: ${formatNumber(most)} av ${formatNumber(all)}${each} ${basis}`;
}

function shared(tables: Tables): string {
  const answering = tableOf(tables, "known_by").rows;
  const rows = answering.filter((row) => !hidesAny(row, ["only_us", "one_more", "two_or_more"]));
  const sum = (key: string) => rows.reduce((all, row) => all + countIn(row[key]), 0);
  const silent = answering.every((row) => countIn(row.stated) === 0);
  const some = rows.length < answering.length ? ` i de ${formatNumber(rows.length)} kommuner där talen visas` : "";
  const [alone, one, more] = [sum("only_us"), sum("one_more"), sum("two_or_more")];
  const all = alone + one + more;
  if (silent) return "Ingen part har angett hur många andra parter som känner personerna";
  if (rows.length < answering.length && all === 0) return `Hur många andra parter som känner personerna ${NOT_SHOWN}`;
  if (all === 0) return "De parter som svarat känner inte till någon";
  const answered = `${formatNumber(sum("stated"))} av ${formatNumber(sum("expected"))} parter har svarat`;
  return `Av dem som parterna känner${some.replace(" de 1 kommuner", " den kommun")} är ${percentInWords(alone / all)} kända bara där, och ${percentInWords(more / all)} hos minst två parter till (${answered})`;
}

/** Chao's bound where it is shown; otherwise that it is not, once. */
function hidden(tables: Tables): readonly string[] {
  const table = tableOf(tables, "chao");
  const shown = table.rows.filter((row) => typeof row.lower_bound === "number");
  if (shown.length === 0 && table.rows.some((row) => isHidden(row.lower_bound)))
    return [`Hur många som ingen känner till ${NOT_SHOWN}`];
  if (shown.length === 0)
    return ["Hur många som ingen känner till går inte att säga med Chaos metod; skälen står i tabellen"];
  const named = shown
    .slice(0, 4)
    .map(
      (row) =>
        `${labelIn(table, "municipality", row.municipality)} minst ${formatNumber(Math.floor(countIn(row.lower_bound)))}`,
    );
  return [
    `Med dem som ingen part känner till är målgruppen, om metodens förutsättningar håller: i ${named.join(", i ")}${shown.length > 4 ? ` (och ${formatNumber(shown.length - 4)} kommuner till i tabellen)` : ""}`,
  ];
}

/** At how many kinds of party somebody of the staff meets the group, and how many do so every week. */
function met(tables: Tables): readonly string[] {
  const all = tableOf(tables, "meets").rows;
  const often = ["year", "month", "week", "day"];
  const rows = all.filter((row) => !hidesAny(row, ["never", ...often]));
  const some = rows.length < all.length ? " vars svar visas" : "";
  const sum = (row: TableRow, keys: readonly string[]) => keys.reduce((all, key) => all + countIn(row[key]), 0);
  const answered = rows.filter((row) => sum(row, ["never", ...often]) > 0);
  if (answered.length === 0) return some === "" ? [] : [`Hur ofta personalen möter gruppen ${NOT_SHOWN}`];
  const [meeting, n, weekly] = [
    answered.filter((row) => sum(row, often) > 0).length,
    answered.reduce((all, row) => all + sum(row, ["never", ...often]), 0),
    answered.reduce((all, row) => all + sum(row, ["week", "day"]), 0),
  ];
  return [
    `Personal möter gruppen vid ${formatNumber(meeting)} av ${formatNumber(answered.length)} slag av parter${some}; varje vecka eller oftare enligt ${formatNumber(weekly)} av ${formatNumber(n)} svar`,
  ];
}

function changed(tables: Tables): string {
  const rows = tableOf(tables, "trend").rows.filter((row) => row.group === "party");
  const sum = (...keys: readonly string[]) =>
    rows.reduce((all, row) => all + keys.reduce((part, key) => part + countIn(row[key]), 0), 0);
  const [up, down, same] = [sum("increased", "increased_much"), sum("decreased", "decreased_much"), sum("unchanged")];
  const n = up + down + same;
  if (n === 0) return "Ingen part har svarat på hur gruppen har förändrats";
  const [most, word] = [
    [up, "ökat"],
    [same, "varit oförändrad"],
    [down, "minskat"],
  ].reduce((best, one) => (Number(one[0]) > Number(best[0]) ? one : best)) as [number, string];
  return `${formatNumber(most)} av ${formatNumber(n)} svar från parterna säger att gruppen har ${word} på tre år`;
}
