/** A chart as a piece of HTML for another site's page. */
import type { Publication } from "../../reports/publication/publication.ts";
import { formatDate } from "../../reports/text/format.ts";
import { escapeXml } from "./xlsx-text.ts";

/** Whole addresses, with `https://`: of the report's page, and of the folder of its files. */
export interface EmbedAddresses {
  readonly page: string;
  readonly files: string;
}

/** In px, as the drawing is laid out; a narrower column shows it smaller. */
const WIDTH = 760;

/**
 * The drawing as an image with its finding in words, and a line that says where it comes from and leads to the report. It
 * follows the link: when that is withdrawn or needs a passcode, the image is gone and the words stay.
 *
 * @throws {RangeError} when the publication has no such section or chart
 */
export function embedSnippet(
  { title, number, date, study, sections }: Publication,
  section: string,
  chart: string,
  { page, files }: EmbedAddresses,
): string {
  const found = sections.find(({ id }) => id === section)?.charts.find(({ id }) => id === chart);
  if (found === undefined) throw new RangeError(`no chart ${section}/${chart}`);
  const image = `${files}/${section}/${chart}.svg?width=${WIDTH}`;
  const invented = study.invented ? " Exempel med påhittade svar." : "";
  const source = `Källa: ${title}, publicering nr ${number}, ${formatDate(date)}.${invented}`;
  return [
    "<figure>",
    `  <img src="${escapeXml(image)}" alt="${escapeXml(found.description)}" width="${WIDTH}" style="max-width: 100%; height: auto">`,
    `  <figcaption>${escapeXml(found.title)}. ${escapeXml(source)} <a href="${escapeXml(page)}#diagram-${section}-${chart}">Hela rapporten</a></figcaption>`,
    "</figure>",
  ].join("\n");
}
