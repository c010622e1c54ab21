/** A publication as a data package: everything that another program, an archive or a researcher needs, in one zip. */
import type { DocumentSection, Publication } from "../../../reports/publication/publication.ts";
import { INSTRUMENT_LABELS } from "../../../reports/sections/coverage-tables.ts";
import type { Table } from "../../../reports/section.ts";
import { cellText } from "../../../reports/text/cell-text.ts";
import { formatDate, formatPeriod } from "../../../reports/text/format.ts";
import { contentAddress, frozenBytes } from "../content-address.ts";
import { csvRecords } from "../csv.ts";
import { standaloneSvg } from "../embed-svg.ts";
import { drawSvg } from "../svg.ts";
import { codebookOf } from "./codebook.ts";
import { commonFiles } from "./common-files.ts";
import { ddiCodebook, type CodebookStudy } from "./ddi-codebook.ts";
import { describePackage, type PackageFacts, type ResourceFacts } from "./descriptor.ts";
import type { PackageExtras } from "./extras.ts";
import { CSV_NOTES, HASH_NOTE, missingNote, readme } from "./readme.ts";
import { tableFields } from "./table-schema.ts";
import { checksums, type PackedFile, zipFiles } from "./zip-files.ts";

/** Width of the charts in the package, in px. */
const CHART_WIDTH = 900;
const CODEBOOK = "ddi-codebook-2.5.xml";
const KEYWORDS = ["samordningsförbund", "förstudie", "samverkan", "unga"];

interface PlacedTable {
  readonly section: DocumentSection;
  readonly table: Table;
  readonly path: string;
}

interface PlacedChart {
  readonly section: string;
  readonly chart: DocumentSection["charts"][number];
  readonly path: string;
}

/**
 * The chunks of the zip: protected tables as CSV with their schema, charts, the frozen publication, questionnaires, code
 * book and the protocol of the protection. The same publication gives the same bytes.
 */
export function renderPackage(publication: Publication, extras: PackageExtras): AsyncGenerator<Uint8Array> {
  const forms = codebookOf(extras);
  const common = commonFiles(extras, forms);
  const tables = tablesOf(publication);
  const charts = chartsOf(publication);
  const resources = [...tables.map(tableResource), ...common.resources, ...reportResources(charts)];
  const codebook = {
    study: codebookStudy(publication),
    forms,
    materials: [
      { path: "publication.json", title: publication.title, type: "report" as const },
      ...tables.map(({ path, table }) => ({ path, title: table.title, type: "table" as const })),
      ...charts.map(({ path, chart }) => ({ path, title: chart.title, type: "chart" as const })),
      ...common.materials,
    ],
  };
  const files: readonly PackedFile[] = [
    readmeOf(publication),
    { path: "publication.json", content: () => frozenBytes(publication) },
    { path: "protection.json", content: () => `${JSON.stringify(publication.protection, undefined, 2)}\n` },
    ...tables.map(({ table, path }) => ({ path, content: () => csvRecords(table, { excel: false }) })),
    ...charts.map(({ section, chart, path }) => ({
      path,
      content: () => standaloneSvg(drawSvg(publication, section, chart.id, { width: CHART_WIDTH })),
    })),
    ...common.files,
    { path: CODEBOOK, content: () => ddiCodebook(codebook) },
    { path: "datapackage.json", content: (written) => describePackage(factsOf(publication), resources, written) },
    checksums,
  ];
  return zipFiles(files);
}

const tablesOf = ({ sections }: Publication): readonly PlacedTable[] =>
  sections.flatMap((section) =>
    section.tables.map((table) => ({ section, table, path: `data/${section.id}-${table.id}.csv` })),
  );

const chartsOf = ({ sections }: Publication): readonly PlacedChart[] =>
  sections.flatMap(({ id, charts }) =>
    charts.map((chart) => ({ section: id, chart, path: `charts/${id}-${chart.id}.svg` })),
  );

const tableResource = ({ section, table, path }: PlacedTable): ResourceFacts => ({
  name: `${section.id}-${table.id}`,
  path,
  title: table.title,
  description: [section.question, ...table.notes, `Metod: ${section.method}`].join("\n\n"),
  fields: tableFields(table),
});

const reportResources = (charts: readonly PlacedChart[]): readonly ResourceFacts[] => [
  ...charts.map(({ section, chart, path }) => ({
    name: `chart-${section}-${chart.id}`,
    path,
    title: chart.title,
    description: chart.description,
  })),
  { name: "publication", path: "publication.json", title: "Hela rapporten, som den frystes" },
  { name: "protection", path: "protection.json", title: "Hur små tal är skyddade, och hur skyddet är prövat" },
  { name: "ddi-codebook", path: CODEBOOK, title: "Kodbok enligt DDI-Codebook 2.5" },
];

function factsOf(publication: Publication): PackageFacts {
  const { study, title, number, date, sections } = publication;
  const notes = new Set(sections.flatMap(({ tables }) => tables.flatMap((table) => table.notes)));
  return {
    name: `${study.id}-publication`,
    id: `hash://sha256/${contentAddress(publication)}`,
    title,
    description: `${descriptionOf(publication)}\n\n${study.target_group.description}`,
    version: `${number}.0.0`,
    created: `${date}T00:00:00Z`,
    keywords: KEYWORDS,
    contributors: study.parties.map(({ name }) => ({ title: name, roles: ["DataCollector"] })),
    sources: [
      { title: `Parternas, personalens och ungas svar i studien ”${study.title}”` },
      ...[...notes].filter((note) => note.startsWith("Befolkning: ")).map((note) => ({ title: note })),
    ],
  };
}

function descriptionOf(publication: Publication): string {
  const { study, number, date } = publication;
  const { from, to } = study.reference_period;
  const places = study.municipalities.map(({ name }) => name).join(", ");
  const invented = study.invented ? " Exempel med påhittade svar." : "";
  return `Publikation nr ${number}, ${formatDate(date)}: sammanställda och skyddade tal från ${places}, ${formatPeriod(from, to)}.${invented}`;
}

function codebookStudy(publication: Publication): CodebookStudy {
  const { study, title, number, date, basis } = publication;
  return {
    id: study.id,
    title,
    description: descriptionOf(publication),
    version: String(number),
    date,
    program: basis.program,
    targetGroup: study.target_group,
    referencePeriod: study.reference_period,
    municipalities: study.municipalities,
    parties: study.parties,
    invented: study.invented,
    responseRates: responseRates(publication),
    access:
      "Svaren lämnas inte ut. Det som är publicerat är sammanställt, och små tal är dolda så att ingen kan kännas igen.",
  };
}

/** In the publication's own words, where it has them; a figure that it hides is hidden here too. */
function responseRates({ sections }: Publication): readonly string[] {
  const rates = sections.find(({ id }) => id === "coverage")?.tables.find(({ id }) => id === "rates");
  if (rates === undefined) return [];
  const said = (row: Table["rows"][number], key: string): string => {
    const column = rates.columns.find((each) => each.key === key);
    return column === undefined ? "" : cellText(row[key], column, rates.labels);
  };
  return rates.rows.map(
    (row) =>
      `${said(row, "instrument")}: svar från ${said(row, "answered")} av ${said(row, "expected")} tillfrågade (${said(row, "rate")}).`,
  );
}

function readmeOf(publication: Publication): PackedFile {
  const { title, basis, protection } = publication;
  const responses = Object.entries(basis.responses).map(
    ([instrument, n]) => `  ${labelOfInstrument(instrument)}: ${n} svar`,
  );
  return readme({
    title,
    about: [
      `${descriptionOf(publication)}\nPublikationens SHA-256: ${contentAddress(publication)}\nProgram: ${basis.program}`,
      ["Rapporten bygger på", ...responses].join("\n"),
    ],
    files: [
      ["publication.json", "hela rapporten som JSON, tecken för tecken som den frystes"],
      ["data/", "en CSV-fil för varje tabell: data/<avsnitt>-<tabell>.csv"],
      ["charts/", "varje diagram som SVG: charts/<avsnitt>-<diagram>.svg"],
      ["datapackage.json", "beskrivning av alla filer och kolumner (Data Package 2.0, datapackage.org)"],
      [CODEBOOK, "kodbok med formulärens variabler (DDI-Codebook 2.5)"],
      ["dictionary.csv", "samma variabler som en tabell"],
      ["questionnaires/", "formulären, tecken för tecken som de som svarade fick dem (SurveyJS-JSON)"],
      ["crosswalks/", "hur svar från olika versioner av ett formulär jämförs"],
      ["protection.json", "hur små tal är skyddade, och hur skyddet är prövat"],
      ["sha256sums.txt", "kontrollsummor för alla filer"],
    ],
    notes: [
      `Antal personer från 1 till ${protection.threshold - 1} är dolda, och så många fler siffror som behövs för att de inte ska gå att räkna ut. I publication.json och i CSV-filerna står bara det som är skyddat.`,
      ...CSV_NOTES,
      missingNote(),
      "∞ betyder att det inte finns någon övre gräns.",
      HASH_NOTE,
      `Förteckningen i datapackage.json anger inga villkor för vidare användning. Fråga den som har gett ut rapporten.`,
    ],
  });
}

const labelOfInstrument = (instrument: string): string =>
  (INSTRUMENT_LABELS as Readonly<Record<string, string>>)[instrument] ?? instrument;
