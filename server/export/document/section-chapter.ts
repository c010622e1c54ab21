import { readMarkdown } from "../../../reports/publication/markdown.ts";
import type { DocumentSection } from "../../../reports/publication/publication.ts";
import type { SectionStatus, Table } from "../../../reports/section.ts";
import type { Numbering } from "./numbering.ts";
import { TEXT_WIDTH } from "./page.ts";
import type { PrintedBlock, PrintedChapter } from "./printed.ts";
import { proposalBlocks } from "./proposal-blocks.ts";

const NOTHING_TO_SHOW: Record<Exclude<SectionStatus, "ok">, string> = {
  "no-answers": "Ingen har svarat på det här.",
  "too-few": "För få har svarat för att det ska gå att säga något.",
  failed: "Det gick inte att räkna ut det här avsnittet. De andra avsnitten påverkas inte.",
};

/** Tables of words, and those that say who has answered: they stand in the chapter, all others in the appendix. */
const IN_THE_TEXT: Readonly<Record<string, readonly string[]>> = {
  coverage: ["rates", "by_municipality"],
  unduplicated: ["conflicts"],
  proposals: ["proposals"],
  methods: ["answers", "response_rates", "silent", "thresholds", "terms"],
};
/** A table in the text that is longer than this goes to the appendix after all. */
const MOST_ROWS_IN_TEXT = 25;

/** A table without rows says nothing on paper. */
export const printedTables = (section: DocumentSection): readonly Table[] =>
  section.tables.filter(({ id, rows }) => rows.length > 0 && !(section.id === "proposals" && id === "own"));

/** Those of the tables that stand in the appendix. */
export const appendedTables = (section: DocumentSection): readonly Table[] =>
  printedTables(section).filter((table) => !inTheText(section, table));

const inTheText = (section: DocumentSection, { id, rows }: Table): boolean =>
  rows.length <= MOST_ROWS_IN_TEXT && (IN_THE_TEXT[section.id] ?? []).includes(id);

/** One question: own words, the answer, its charts, own words, how it is known. */
export function sectionChapter(section: DocumentSection, numbering: Numbering): PrintedChapter {
  const [headline, ...sentences] = section.sentences;
  const said = new Set(section.charts.map(({ title }) => title));
  // What the caption of a figure says is not said twice.
  const others = sentences.filter((sentence) => !said.has(sentence.replace(/\.$/, "")));
  const tables = printedTables(section).filter((table) => inTheText(section, table));
  return {
    id: `avsnitt_${section.id}`,
    title: section.question,
    blocks: [
      ...ownText(section.before),
      ...(section.status === "ok" ? [] : [{ kind: "paragraph", text: NOTHING_TO_SHOW[section.status] } as const]),
      ...(headline === undefined ? [] : [{ kind: "headline", text: headline } as const]),
      ...sentencesBlock(others),
      ...proposalBlocks(section),
      ...section.charts.map((chart) => numbering.figure(section.id, chart)),
      ...tables.map((table) => numbering.table(table, TEXT_WIDTH)),
      ...ownText(section.after),
      ...(section.status === "ok"
        ? [{ kind: "method", term: "Så vet vi det.", text: section.method, tables: [] } as const]
        : []),
    ],
  };
}

function sentencesBlock(sentences: readonly string[]): readonly PrintedBlock[] {
  if (sentences.length === 0) return [];
  if (sentences.length > 2) return [{ kind: "list", items: sentences }];
  return [{ kind: "paragraph", text: sentences.join(" ") }];
}

export function ownText(markdown: string): readonly PrintedBlock[] {
  const blocks = readMarkdown(markdown);
  return blocks.length === 0 ? [] : [{ kind: "own-text", blocks }];
}
