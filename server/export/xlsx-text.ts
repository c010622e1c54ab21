/** Text as it may stand in the XML of a workbook. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What one cell holds at most, in UTF-16 units (Microsoft, "Excel specifications and limits"). */
export const LONGEST_TEXT = 32_767;

/** What may have to be written in another way. Most texts have none of it. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** XML 1.0 has no place for most control characters, lone surrogates and U+FFFE/U+FFFF. */
export const escapeXml = (text: string): string =>
  SPECIAL.test(text)
    ? text
        .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
        // eslint-disable-next-line no-control-regex -- as above
        .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
        .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    : text;

/** `_x0041_` in a text would be read as the letter A (ECMA-376 part 1, 22.9.2.19, ST_Xstring): its first sign is written so. */
export function escapeCell(text: string): string {
  const short = text.length > LONGEST_TEXT ? shorten(text) : text;
  const lines = short.includes("\r") ? short.replaceAll(/\r\n?/g, "\n") : short;
  return escapeXml(lines.includes("_x") ? lines.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_") : lines);
}

/** A text that is too long for a cell ends with words that say so. */
function shorten(text: string): string {
  const told = ` … [Texten är avkortad: ${text.length} tecken är mer än Excel tar. Hela finns i CSV-filen.]`;
  return text.slice(0, LONGEST_TEXT - told.length) + told;
}
