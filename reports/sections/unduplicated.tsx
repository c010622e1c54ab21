import { boundsBody } from "../charts/bounds-chart.ts";
import { defineChart } from "../charts/define-chart.tsx";
import { estimatesBody } from "../charts/estimates-chart.ts";
import { countIn, hidesAny, isHidden, labelIn, NOT_SHOWN, tableOf, textIn } from "../charts/read-table.ts";
import { sumsBody } from "../charts/sums-chart.ts";
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
  place: true,
  body: boundsBody,
  source:
    "Källa: parternas antal och deras uppgifter om gemensamma personer. Gränser, ingen skattning: varje antal däremellan är möjligt.",
});

const sums = defineChart({
  section: "unduplicated",
  id: "sums",
  title: (tables) => misled(tables),
  subtitle: (tables) => tableOf(tables, "sums").title,
  description: (tables) => `${misled(tables)}.`,
  place: true,
  body: sumsBody,
  source: "Källa: parternas antal och deras uppgifter om gemensamma personer.",
});

const whole = defineChart({
  section: "unduplicated",
  id: "estimates",
  title: (tables) => estimated(tables),
  subtitle: (tables) => tableOf(tables, "estimates").title,
  description: (tables) => `${estimated(tables)}.`,
  place: true,
  body: estimatesBody,
  source: "Källa: parternas svar. Förutsättningarna för varje skattning står i tabellen.",
});

export const unduplicated: Section = {
  id: "unduplicated",
  question: "Hur många olika personer är det?",
  reads: ["n_known", "n_known_low", "n_known_high", "n_overlap", "n_known_by_k"],
  method:
    "Minsta och största antal olika personer som är förenligt med parternas antal och deras uppgifter om gemensamma personer, " +
    "räknat med linjärprogrammering över alla kombinationer av parter, avrundat inåt till hela personer. Taket är befolkningen i åldern. " +
    "Hela målgruppen skattas för sig: Chapman för två parter i taget, log-linjära modeller där svaren från tre eller fyra parter ger en fullständig tabell, " +
    "och Chaos nedre gräns. Varje metod står med sina förutsättningar eller med varför den inte ger något tal.",

  compute(data, context) {
    if (!hasPartyAnswers(data)) return { status: "no-answers" };
    return { status: "ok", tables: unduplicatedTables(data, context) };
  },

  sentences: (tables) =>
    [...headlines(tables), ...conflicts(tables), ...estimates(tables)].map((text) => text.replace(/\.?$/, ".")),

  placeSentences: (tables) => unduplicated.sentences(tables),

  charts: [sums, bounds, whole],
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
  if (hidesAny(row, ["lower", "upper"])) return `Hur många olika personer det är i ${place} ${NOT_SHOWN}`;
  const [lower, upper] = [countIn(row.lower), row.upper];
  if (isHidden(row.sum_low) && countIn(row.parties_answered) === 1)
    return `I ${place} har bara en part angett antal, och det ${NOT_SHOWN}`;
  if (isHidden(row.sum_low)) {
    const different =
      upper === "∞" ? `minst ${formatNumber(lower)}` : `${formatNumber(lower)}–${formatNumber(countIn(upper))}`;
    return `De ${parties} som angett antal i ${place} känner tillsammans ${different} olika personer; summan av deras tal visas inte`;
  }
  const sum = countIn(row.sum_low);
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

/** What the sum says, against what is possible: the municipality with the most, where they are many. */
function misled(tables: Tables): string {
  const table = tableOf(tables, "bounds");
  const known = table.rows.filter(
    (row) => countIn(row.parties_answered) > 1 && row.feasible === true && !hidesAny(row, ["sum_low", "lower"]),
  );
  const [most] = [...known].sort((a, b) => countIn(b.sum_low) - countIn(a.sum_low));
  if (most === undefined) return "Talen från olika parter kan inte läggas ihop: samma person kan vara känd hos flera";
  const place = labelIn(table, "municipality", most.municipality);
  const sum = formatNumber(countIn(most.sum_low));
  const least = formatNumber(countIn(most.lower));
  if (countIn(most.lower) === countIn(most.sum_low)) return `I ${place} är ingen känd hos flera parter enligt svaren`;
  return `Läggs parternas tal ihop blir det ${sum} i ${place}, men det kan vara så få som ${least} olika personer`;
}

const estimateRows = (tables: Tables): readonly TableRow[] =>
  tableOf(tables, "estimates").rows.filter((row) => row.method === "chapman" && typeof row.estimate === "number");

const modelRows = (tables: Tables): readonly TableRow[] =>
  tableOf(tables, "models").rows.filter((row) => row.defensible === true && typeof row.estimate === "number");

const hidesEstimates = (tables: Tables): boolean =>
  [...tableOf(tables, "estimates").rows, ...tableOf(tables, "models").rows].some((row) => isHidden(row.estimate));

const ASSUMED =
  "Skattningarna förutsätter att parterna möter personer oberoende av varandra och blir för låga om de hänvisar till varandra";

/** Never one number where there are several: the range over pairs and models is the finding. */
function estimated(tables: Tables): string {
  const pairs = estimateRows(tables);
  const models = modelRows(tables);
  const places = new Set([...pairs, ...models].map((row) => row.municipality));
  if (places.size === 0 && hidesEstimates(tables)) return `Skattningarna av hela målgruppen ${NOT_SHOWN}`;
  if (places.size === 0)
    return "Hela målgruppens storlek går inte att skatta: det saknas par av parter med antal och gemensamma personer som stämmer överens";
  const table = tableOf(tables, "bounds");
  if (places.size > 1) {
    const all = table.rows.length;
    const some =
      places.size < all
        ? `${formatNumber(places.size)} av ${formatNumber(all)} kommuner`
        : `alla ${formatNumber(all)} kommuner`;
    return `För ${places.size === 2 && all === 2 ? "båda kommunerna" : some} går det att skatta hur stor hela målgruppen är, som ett spann`;
  }
  const values = [...pairs, ...models].map((row) => countIn(row.estimate));
  const ends = [Math.min(...values), Math.max(...values)].map((value) => formatNumber(value));
  const [place] = places;
  const text = ends[0] === ends[1] ? `omkring ${ends[0] ?? ""}` : `${ends.join("–")}`;
  const how = models.length > 0 ? "beroende på parter och modell" : "beroende på vilka två parter man räknar på";
  if (hidesEstimates(tables))
    return `De skattningar av hela målgruppen i ${labelIn(table, "municipality", place)} som visas ligger på ${text} personer`;
  return `I ${labelIn(table, "municipality", place)} skattas hela målgruppen till ${text} personer${values.length > 1 ? `, ${how}` : ""}`;
}

/** The range, what the models say of it, and what it takes for granted. */
const estimates = (tables: Tables): readonly string[] => {
  const rows = [...estimateRows(tables), ...modelRows(tables)];
  return [estimated(tables), ...modelled(tables), ...(rows.length > 0 ? [ASSUMED] : []), ...atLeast(tables)];
};

/** What the log-linear models say, where there are any. */
function modelled(tables: Tables): readonly string[] {
  const models = tableOf(tables, "models").rows;
  const bounds = tableOf(tables, "bounds");
  const places = new Set(modelRows(tables).map((row) => row.municipality));
  if (places.size === 0 || places.size > 3 || models.some((row) => isHidden(row.estimate))) return [];
  return [...places].map((place) => {
    const of = models.filter((row) => row.municipality === place);
    const values = of.filter((row) => row.defensible === true).map((row) => countIn(row.estimate));
    const ends = [Math.min(...values), Math.max(...values)].map((value) => formatNumber(value));
    const spread = ends[0] === ends[1] ? ends[0] : ends.join("–");
    return `I ${labelIn(bounds, "municipality", place)} kan ${formatNumber(values.length)} av ${formatNumber(of.length)} modeller försvaras, och de ger ${spread ?? ""}`;
  });
}

/** Chao's bound, where it can be defended. */
function atLeast(tables: Tables): readonly string[] {
  const table = tableOf(tables, "estimates");
  const found = table.rows.filter((row) => row.method === "chao" && typeof row.estimate === "number");
  if (found.length > MOST_NAMED) return [`För ${formatNumber(found.length)} kommuner finns en nedre gräns (Chao)`];
  return found.map(
    (row) =>
      `Efter hur många parter som känner varje person är målgruppen i ${labelIn(table, "municipality", row.municipality)} minst ${formatNumber(countIn(row.estimate))} personer (Chaos nedre gräns)`,
  );
}
