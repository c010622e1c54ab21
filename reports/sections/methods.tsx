import { countIn, labelIn, tableOf, textIn } from "../charts/read-table.ts";
import { dateWords } from "../charts/follow-up-resources-chart.ts";
import type { Section, Tables } from "../section.ts";
import { formatList, formatNumber, formatPeriod, percentInWords } from "../text/format.ts";
import {
  answersTable,
  definitionsTable,
  normsTable,
  sectionsTable,
  settingsTable,
  silentTable,
} from "./methods-tables.ts";

const sentencesOf = (texts: readonly string[]) => texts.map((text) => `${text}.`);

/** The section about the others: it is given the sections whose methods it tells of. */
export const methodsOf = (others: readonly Section[]): Section => {
  const about = { id: "methods", question: "Hur har vi gått till väga?", method: METHOD };
  return {
    ...about,
    reads: [],
    compute(data) {
      if (data.assignments.n === 0) return { status: "no-answers" };
      return {
        status: "ok",
        tables: {
          definitions: definitionsTable(data),
          answers: answersTable(data),
          silent: silentTable(data),
          norms: normsTable(data),
          settings: settingsTable(data),
          sections: sectionsTable([...others, about]),
        },
      };
    },
    sentences: (tables) =>
      sentencesOf([asked(tables), ...period(tables), ...threshold(tables), ...definitions(tables)]),
    charts: [],
  };
};

const METHOD =
  "Varje tal i rapporten går att följa till de svar som det bygger på. Svar som saknas fylls aldrig i; de står med skälet till att de saknas. " +
  "Parternas svar är en totalundersökning av dem som tillfrågats, inte ett urval. Personalens och de ungas svar är frivilliga, så de säger hur de " +
  "som svarat ser på saken. Dagar för svar anges i UTC.";

function asked(tables: Tables): string {
  const table = tableOf(tables, "answers");
  const told = table.rows.flatMap((row) => {
    const name = labelIn(table, "instrument", row.instrument);
    const n = `${formatNumber(countIn(row.responses))} svar`;
    const rate = typeof row.rate === "number" ? ` (${percentInWords(row.rate)} av de tillfrågade)` : "";
    return [`${name} ${n}${rate}`];
  });
  return told.length === 0 ? "Inget formulär ingår i undersökningen" : `Underlaget är ${formatList(told.map(lower))}`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function period(tables: Tables): readonly string[] {
  const { rows } = tableOf(tables, "settings");
  const value = (setting: string) => textIn(rows.find((row) => row.setting === setting)?.value);
  const answers = tableOf(tables, "answers").rows;
  const days = (key: string) => answers.flatMap((row) => (typeof row[key] === "string" ? [row[key]] : [])).sort();
  const [first, last] = [days("first")[0], days("last").at(-1)];
  return [
    `Uppgifterna gäller ${formatPeriod(value("period_from"), value("period_to"))}`,
    ...(first === undefined || last === undefined
      ? []
      : [first === last ? `Svaren kom in ${dateWords(first)}` : `Svaren kom in ${formatPeriod(first, last)}`]),
  ];
}

function threshold(tables: Tables): readonly string[] {
  const row = tableOf(tables, "settings").rows.find(({ setting }) => setting === "threshold");
  return [
    `Grupper av unga, vårdnadshavare och personal med färre än ${formatNumber(countIn(row?.value))} svar visas inte`,
  ];
}

function definitions(tables: Tables): readonly string[] {
  const table = tableOf(tables, "definitions");
  const versions = [
    ...new Set(
      table.rows.map((row) => `${lower(labelIn(table, "instrument", row.instrument))} version ${countIn(row.version)}`),
    ),
  ];
  return versions.length === 0 ? [] : [`Formulären är ${formatList(versions)}`];
}
