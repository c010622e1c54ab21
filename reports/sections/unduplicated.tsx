import { boundsBody } from "../charts/bounds-chart.ts";
import { defineChart } from "../charts/define-chart.tsx";
import { countIn, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import type { Section, Table, TableRow, Tables } from "../section.ts";
import { counted, formatNumber } from "../text/format.ts";
import { hasPartyAnswers } from "./places.ts";
import { unduplicatedTables } from "./unduplicated-tables.ts";

const bounds = defineChart({
  section: "unduplicated",
  id: "bounds",
  title: (tables) => headlines(tables)[0] ?? "",
  subtitle: (tables) => `${tableOf(tables, "bounds").title}, hos de parter som angett antal`,
  description: (tables) =>
    headlines(tables)
      .map((text) => `${text}.`)
      .join(" "),
  body: boundsBody,
  source:
    "Källa: parternas antal och deras uppgifter om gemensamma personer. Gränser, ingen skattning: varje antal däremellan är möjligt.",
});

export const unduplicated: Section = {
  id: "unduplicated",
  question: "Hur många olika personer är det?",
  reads: ["n_known", "n_known_low", "n_known_high", "n_overlap"],
  method:
    "Minsta och största antal olika personer som är förenligt med parternas antal och deras uppgifter om gemensamma personer, " +
    "räknat med linjärprogrammering över alla kombinationer av parter, avrundat inåt till hela personer. Taket är befolkningen i åldern. " +
    "Skattningar av hela målgruppen (Chapman, två listor) visas för sig med sina förutsättningar.",

  compute(data, context) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    return { status: "ok", tables: unduplicatedTables(data, context) };
  },

  sentences: (tables) =>
    [...headlines(tables), ...conflicts(tables), ...estimates(tables)].map((text) => text.replace(/\.?$/, ".")),

  charts: [bounds],
};

function headlines(tables: Tables): readonly string[] {
  const table = tableOf(tables, "bounds");
  const known = table.rows.filter((row) => countIn(row.parties_answered) > 0);
  if (known.length === 0)
    return ["Det går inte att säga hur många olika personer det är: ingen part har angett något antal"];
  if (known.length <= 4) return known.map((row) => inPlace(table, row, conflictParties(tables, row)));
  const feasible = known.filter((row) => row.feasible === true);
  const broken = known.length - feasible.length;
  return [
    `För ${formatNumber(feasible.length)} av ${formatNumber(table.rows.length)} kommuner finns gränser för hur många olika personer det är`,
    ...(broken > 0 ? [`I ${counted(broken, ["kommun", "kommuner"])} motsäger uppgifterna varandra`] : []),
  ];
}

function inPlace(table: Table, row: TableRow, contradicting: number): string {
  const place = labelIn(table, "municipality", row.municipality);
  const parties = counted(countIn(row.parties_answered), ["part", "parter"]);
  if (row.feasible === false) {
    return `I ${place} går det inte att räkna ut hur många olika personer det är: uppgifter från ${counted(contradicting, ["part", "parter"])} motsäger varandra`;
  }
  const sum = countIn(row.sum_low);
  const [lower, upper] = [countIn(row.lower), row.upper];
  if (countIn(row.parties_answered) === 1)
    return `I ${place} har bara en part angett antal: minst ${formatNumber(sum)} olika personer`;
  const head = `I ${place} räknar ${parties} till minst ${formatNumber(sum)}, men det är`;
  if (upper === "∞") return `${head} minst ${formatNumber(lower)} olika personer`;
  if (lower === upper) return `${head} ${formatNumber(lower)} olika personer`;
  return `${head} mellan ${formatNumber(lower)} och ${formatNumber(countIn(upper))} olika personer`;
}

function conflictParties(tables: Tables, { municipality }: TableRow): number {
  const rows = tableOf(tables, "conflicts").rows.filter((row) => row.municipality === municipality);
  return new Set(rows.flatMap((row) => textIn(row.parties).split("|"))).size;
}

const MOST_NAMED = 3;

function conflicts(tables: Tables): readonly string[] {
  const table = tableOf(tables, "conflicts");
  const named = table.rows
    .slice(0, MOST_NAMED)
    .map((row) => `${labelIn(table, "municipality", row.municipality)}: ${textIn(row.why)}`);
  const left = table.rows.length - named.length;
  return left > 0 ? [...named, `${formatNumber(left)} motsägelser till står i tabellen`] : named;
}

function estimates(tables: Tables): readonly string[] {
  const found = tableOf(tables, "estimates").rows.filter((row) => typeof row.estimate === "number");
  if (found.length === 0)
    return [
      "Hela målgruppens storlek går inte att skatta: det saknas par av parter med antal och gemensamma personer som stämmer överens",
    ];
  const values = found.map((row) => countIn(row.estimate));
  const ends = [Math.min(...values), Math.max(...values)].map((value) => formatNumber(value));
  const text = ends[0] === ends[1] ? (ends[0] ?? "") : `${ends.join("–")} beroende på par`;
  return [
    `Skattningen av hela målgruppen från två parter i taget ger ${text}; den förutsätter att parterna möter personer oberoende av varandra och blir för låg om de hänvisar till varandra`,
  ];
}
