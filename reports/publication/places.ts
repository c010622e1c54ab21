import type { Report, SectionReport } from "../report.ts";
import { chartsOf, type Section, type Tables } from "../section.ts";
import { sections as knownSections } from "../sections/index.ts";
import { narrowEach } from "./narrow-tables.ts";
import type { PlaceSection } from "./publication.ts";

/**
 * What a reader of one municipality meets, by municipality code: sentences and charts of the rows about it.
 *
 * A section has a part here only if it says something of single municipalities (`Section.placeSentences`), and of its
 * charts those that do (`ChartSpec.place`). The others are about all municipalities, and the reader is told so.
 */
export function placesOf(
  sections: readonly SectionReport[],
  municipalities: Report["study"]["municipalities"],
): Readonly<Record<string, readonly PlaceSection[]>> {
  const narrowed = sections.flatMap((found) => {
    const section = knownSections.find(({ id }) => id === found.id);
    if (section?.placeSentences === undefined || found.status !== "ok") return [];
    return [{ section, narrow: narrowEach(tablesById(found)) }];
  });
  return Object.fromEntries(
    municipalities.map(({ code }) => [
      code,
      narrowed.flatMap(({ section, narrow }) => placeSection(section, narrow(code)) ?? []),
    ]),
  );
}

const tablesById = ({ tables }: SectionReport): Tables => Object.fromEntries(tables.map((table) => [table.id, table]));

function placeSection(section: Section, tables: Tables): PlaceSection | undefined {
  const sentences = section.placeSentences?.(tables) ?? [];
  const aboutPlaces = { ...section, charts: section.charts.filter(({ place }) => place === true) };
  const charts = chartsOf(aboutPlaces, tables).map((chart) => ({
    id: chart.id,
    title: chart.title(tables),
    description: chart.description(tables),
  }));
  return sentences.length + charts.length === 0 ? undefined : { id: section.id, sentences, charts };
}
