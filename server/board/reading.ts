/** What a reader meets of each section: the findings for all municipalities, or for the one that is chosen. */
import type { SectionReport } from "../../reports/report.ts";
import type { DocumentSection, ReportDocument } from "../../reports/publication/publication.ts";

export interface ReadChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Set where the drawing is narrowed to the municipality that is chosen. */
  readonly municipality?: string;
}

export interface ReadSection {
  readonly section: DocumentSection;
  /** The first sentence without its full stop; the question where there is none. */
  readonly headline: string;
  /** Further sentences, without those that a chart says in its title. */
  readonly sentences: readonly string[];
  readonly charts: readonly ReadChart[];
  /** What the sentences are about, when a municipality is chosen. */
  readonly about: "place" | "whole";
}

export interface Place {
  readonly code: string;
  readonly name: string;
}

/** The municipality that is chosen, if the document tells them apart. */
export function placeOf(document: ReportDocument, municipality: string | undefined): Place | undefined {
  if (document.kind !== "publication" || municipality === undefined) return undefined;
  if (!Object.hasOwn(document.places, municipality)) return undefined;
  return document.study.municipalities.find(({ code }) => code === municipality);
}

export const withoutStop = (sentence: string): string => sentence.replace(/\.$/, "");

export function readSections(document: ReportDocument, place: Place | undefined): readonly ReadSection[] {
  const parts = document.kind === "publication" && place ? (document.places[place.code] ?? []) : [];
  return document.sections.map((section) => {
    const part = parts.find(({ id }) => id === section.id);
    const narrowed = new Map(part?.charts.map((chart) => [chart.id, chart]));
    const charts = section.charts.map((chart) => {
      const own = narrowed.get(chart.id);
      return own === undefined || place === undefined ? chart : { ...own, municipality: place.code };
    });
    const told = part !== undefined && part.sentences.length > 0;
    return {
      section,
      charts,
      about: told ? "place" : "whole",
      ...wording(section, told ? part.sentences : section.sentences, charts),
    };
  });
}

function wording(
  { question }: SectionReport,
  [first, ...others]: readonly string[],
  charts: readonly ReadChart[],
): Pick<ReadSection, "headline" | "sentences"> {
  const titles = new Set(charts.map(({ title }) => title));
  return {
    headline: first === undefined ? question : withoutStop(first),
    sentences: others.filter((sentence) => !titles.has(withoutStop(sentence))),
  };
}
