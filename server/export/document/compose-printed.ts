import type { DocumentSection, ReportDocument } from "../../../reports/publication/publication.ts";
import { formatDate, formatList, formatPeriod, formatShortList } from "../../../reports/text/format.ts";
import { basisChapter, changesChapter, protectionChapter, WORKING_COPY } from "./about-chapters.ts";
import { Numbering } from "./numbering.ts";
import { LYING_TEXT_WIDTH } from "./page.ts";
import { printableTexts } from "./printable.ts";
import type { PrintedBlock, PrintedChapter, PrintedDocument, PrintedTable } from "./printed.ts";
import { appendedTables, ownText, sectionChapter } from "./section-chapter.ts";

/** Lays out a document for paper: what Word and PDF hold, in their order. */
export function composePrinted(document: ReportDocument): PrintedDocument {
  const numbering = new Numbering();
  const { title, study, date, sections } = document;
  const warning = document.kind === "working-copy" ? WORKING_COPY : "";
  const before = [
    ...ownChapter("inledning", "Inledning", document.introduction),
    ...briefly(sections),
    ...(document.kind === "publication" && document.changes ? [changesChapter(document.changes)] : []),
  ];
  const answered = sections.map((section) => sectionChapter(section, numbering));
  const after = [
    ...ownChapter("slutsatser", "Slutsatser", document.conclusion),
    protectionChapter(document, numbering),
    basisChapter(document),
  ];
  const tables = new Map(
    sections.map((section) => [
      section.id,
      appendedTables(section).map((table) => numbering.table(table, LYING_TEXT_WIDTH)),
    ]),
  );
  const chapters = answered.map((chapter, i) => withReferences(chapter, tables.get(sections[i]?.id ?? "") ?? []));
  return printableTexts({
    title,
    study: study.title,
    facts: facts(document),
    about: about(document),
    warning,
    header: study.invented ? `${study.title} · exempel med påhittade svar` : study.title,
    source: sourceLine(document),
    date,
    chapters: [...before, ...chapters, ...after],
    appendix: appendix(sections, tables),
  });
}

const ownChapter = (id: string, title: string, markdown: string): readonly PrintedChapter[] => {
  const blocks = ownText(markdown);
  return blocks.length === 0 ? [] : [{ id, title, blocks }];
};

/** The first sentence of every section: what somebody reads who reads one page. */
function briefly(sections: readonly DocumentSection[]): readonly PrintedChapter[] {
  const items = sections.flatMap(({ sentences: [headline] }) => headline ?? []);
  return items.length < 3 ? [] : [{ id: "i_korthet", title: "I korthet", blocks: [{ kind: "list", items }] }];
}

/** The method of a chapter tells in which tables of the appendix the figures stand. */
const withReferences = (chapter: PrintedChapter, tables: readonly PrintedTable[]): PrintedChapter => ({
  ...chapter,
  blocks: chapter.blocks.map((block) =>
    block.kind === "method" ? { ...block, tables: tables.map(({ id, number }) => ({ id, number })) } : block,
  ),
});

function appendix(
  sections: readonly DocumentSection[],
  tables: ReadonlyMap<string, readonly PrintedTable[]>,
): PrintedChapter {
  return {
    id: "tabeller",
    title: "Tabeller",
    blocks: sections.flatMap(({ id, question }): readonly PrintedBlock[] => {
      const own = tables.get(id) ?? [];
      return own.length === 0 ? [] : [{ kind: "heading", level: 2, text: question, id: `tabeller_${id}` }, ...own];
    }),
  };
}

function facts(document: ReportDocument): PrintedDocument["facts"] {
  const { study, date } = document;
  const { from, to } = study.reference_period;
  return [
    { label: "Studie", value: study.title },
    {
      label: "Målgrupp",
      value: `${study.target_group.age_min}–${study.target_group.age_max} år. ${study.target_group.description}`,
    },
    {
      label: "Kommuner",
      value: formatShortList(
        study.municipalities.map(({ name }) => name),
        12,
      ),
    },
    { label: "Uppgifterna gäller", value: formatPeriod(from, to) },
    ...(document.kind === "publication"
      ? [{ label: "Publicering", value: `${document.number}, ${formatDate(date)}` }]
      : [{ label: "Arbetskopia", value: formatDate(date) }]),
  ];
}

function about(document: ReportDocument): readonly string[] {
  const { study, sections } = document;
  const parts = new Set(study.parties.map(({ name }) => name)).size;
  return [
    ...(study.invented ? ["Det här är ett exempel. Alla svar är påhittade."] : []),
    ...(document.kind === "working-copy" ? [WORKING_COPY] : []),
    `Rapporten jämför vad ${parts === 1 ? "en part" : `${parts} parter`} i ${formatList([`${study.municipalities.length === 1 ? "en kommun" : `${study.municipalities.length} kommuner`}`])} svarat, i ${sections.length === 1 ? "en fråga" : `${sections.length} frågor`}. Varje fråga har ett svar, figurer och en rad om hur vi vet det. Tabellerna med alla siffror står sist.`,
  ];
}

function sourceLine(document: ReportDocument): string {
  const day = formatDate(document.date);
  if (document.kind === "working-copy") return `Källa: Behovskartan, arbetskopia ${day}, oskyddade uppgifter`;
  return `Källa: Behovskartan, publicering ${document.number}, ${day}, underlag ${document.basis.dataset.slice(0, 12)}`;
}
