/** The chapters that are about the document itself: what it rests on, what is hidden, and what is new. */
import type { ChangesSince, Publication, ReportDocument } from "../../../reports/publication/publication.ts";
import { INSTRUMENT_LABELS } from "../../../reports/sections/coverage-tables.ts";
import { sections } from "../../../reports/sections/index.ts";
import type { Table } from "../../../reports/section.ts";
import { counted, formatDate, formatNumber } from "../../../reports/text/format.ts";
import type { Numbering } from "./numbering.ts";
import { TEXT_WIDTH } from "./page.ts";
import type { PrintedBlock, PrintedChapter } from "./printed.ts";

/** What everybody must see of a copy whose figures are not protected. */
export const WORKING_COPY = "Arbetskopia med oskyddade uppgifter. Får inte spridas.";

const paragraph = (text: string): PrintedBlock => ({ kind: "paragraph", text });

export function changesChapter({ number, date, sections: changed }: ChangesSince): PrintedChapter {
  const items = changed.map(({ id, status, before, now, tables }) => {
    const question = questionOf(id);
    if (status === "new") return `${question} Avsnittet är nytt.`;
    if (status === "removed") return `${question} Avsnittet är inte med längre.`;
    if (before !== undefined && now !== undefined) return `${question} Nu: ${now} Förra gången: ${before}`;
    return `${question} ${counted(tables.length, ["tabell har", "tabeller har"])} ändrats, men inte det viktigaste.`;
  });
  const previous = `publicering ${number}, ${formatDate(date)}`;
  return {
    id: "nytt",
    title: "Vad är nytt sedan förra publiceringen?",
    blocks:
      items.length === 0
        ? [paragraph(`Inget har ändrats sedan ${previous}.`)]
        : [paragraph(`Det här skiljer sig från ${previous}.`), { kind: "list", items }],
  };
}

/** How the figures are protected, or that they are not. */
export function protectionChapter(document: ReportDocument, numbering: Numbering): PrintedChapter {
  const title = "Hur skyddas de som siffrorna handlar om?";
  if (document.kind === "working-copy") {
    const { suppression_threshold: threshold } = document.study;
    const blocks = [
      paragraph(WORKING_COPY),
      paragraph(
        `Här står också antal som är mindre än ${threshold}, så att någon kan kännas igen. Det som ska spridas publiceras: då döljs de, och det prövas att de inte går att räkna ut.`,
      ),
    ];
    return { id: "skydd", title, blocks };
  }
  return { id: "skydd", title, blocks: protectionBlocks(document, numbering) };
}

function protectionBlocks(publication: Publication, numbering: Numbering): readonly PrintedBlock[] {
  const { threshold, audit, freeTexts, method, tables } = publication.protection;
  const hidden = audit.primary + audit.secondary;
  const items = [
    `Antal personer från 1 till ${threshold - 1} visas inte, eftersom någon då kan kännas igen. Att antalet är noll visas, om inte nollan behövs för att skydda något annat.`,
    hidden === 0
      ? "Inget antal behövde döljas."
      : `${formatNumber(audit.primary)} antal är dolda för att de är små, och ${formatNumber(audit.secondary)} till för att de små annars skulle gå att räkna ut med hjälp av summor och andelar.`,
    ...(method === "none-needed"
      ? []
      : [
          method === "optimal"
            ? "Vilka som döljs utöver de små är valt så att så lite som möjligt går förlorat."
            : "Vilka som döljs utöver de små är valt med en förenklad metod, eftersom studien är stor. Skyddet är prövat på samma sätt.",
        ]),
    ...(audit.attacked === 0
      ? []
      : [
          `Sedan har vi försökt räkna ut varje dolt litet antal av allt annat som visas, i alla tabeller tillsammans: det minsta och det största som det kan vara. ${formatNumber(audit.attacked)} antal har prövats, och inget gick att räkna ut.${audit.narrowest === undefined ? "" : ` Mellan det minsta och det största skiljer det alltid minst ${formatNumber(audit.narrowest)}.`}`,
        ]),
    ...(audit.earlier === 0
      ? []
      : [
          `Prövningen räknar med att läsaren också har ${audit.earlier === 1 ? "den tidigare publiceringen" : `de ${formatNumber(audit.earlier)} tidigare publiceringarna`} av studien.`,
        ]),
    `Svar från personal, unga och vårdnadshavare visas bara för grupper med minst ${threshold} svar.`,
    freeTexts
      ? "Utredaren har läst de svar i fritext som visas och inte funnit någon som går att känna igen."
      : "Svar i fritext visas inte.",
  ];
  const touched = tables.filter((table) => table.hidden > 0);
  return [
    paragraph("Bakom siffrorna finns unga människor, och ingen av dem ska gå att känna igen."),
    { kind: "list", items },
    ...(touched.length === 0 ? [] : [numbering.table(hiddenTable(publication, touched), TEXT_WIDTH)]),
  ];
}

function hiddenTable(publication: Publication, touched: Publication["protection"]["tables"]): Table {
  return {
    id: "hidden",
    title: "Rutor som inte visas i rapportens tabeller",
    columns: [
      { key: "table", label: "Tabell", unit: "" },
      { key: "hidden", label: "Dolda rutor", unit: "" },
      { key: "cells", label: "Alla rutor", unit: "" },
    ],
    rows: touched.map(({ section, table, hidden, cells }) => ({
      table: titleOf(publication, section, table),
      hidden,
      cells,
    })),
    notes: ["Här står små antal och de som skyddar dem tillsammans."],
    labels: {},
  };
}

const titleOf = ({ sections: all }: Publication, section: string, table: string): string =>
  all.find(({ id }) => id === section)?.tables.find(({ id }) => id === table)?.title ?? `${section} ${table}`;

/** What the document rests on, so that it can be made again. */
export function basisChapter(document: ReportDocument): PrintedChapter {
  const { study } = document;
  const asked = new Set(
    document.definitions.map(({ instrument, version }) => `${INSTRUMENT_LABELS[instrument]} version ${version}`),
  );
  const items = [
    `Studiens kortnamn är ${study.id}.`,
    `Formulär: ${[...asked].join(", ")}.`,
    ...(document.kind === "publication" ? publicationBasis(document) : []),
  ];
  return { id: "underlag", title: "Vad bygger rapporten på?", blocks: [{ kind: "list", items }] };
}

function publicationBasis({ basis, number, date }: Publication): readonly string[] {
  const forms: Readonly<Record<string, string>> = INSTRUMENT_LABELS;
  const answers = Object.entries(basis.responses).map(([code, n]) => `${forms[code] ?? code} ${formatNumber(n)}`);
  return [
    `Publicering ${number} är fryst ${formatDate(date)} och ändras inte.`,
    `Inskickade svar: ${answers.join(", ")}.`,
    `Den är gjord med ${basis.program} av ett underlag med kontrollsumman (SHA-256) ${basis.dataset}.`,
    ...(basis.previous === "" ? [] : [`Publiceringen före har kontrollsumman ${basis.previous}.`]),
    "Den som har arkivet kan räkna om rapporten och se att den blir likadan: behovskartan verify.",
  ];
}

const questionOf = (id: string): string => sections.find((section) => section.id === id)?.question ?? id;
