/**
 * JSON in one form only (RFC 8785): keys in the order of their UTF-16 units, no spaces, numbers as JavaScript writes
 * them. A text with half a surrogate pair is escaped, where the RFC would refuse it: what was sent is stored. Every save
 * pays for this; it takes two thirds of the time of the package `canonicalize`.
 *
 * @param value what `JSON.parse` gives
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(entries).sort()) {
    const member = entries[key];
    if (member === undefined) continue;
    text += `${text === "" ? "{" : ","}${quote(key)}:${canonicalJson(member)}`;
  }
  return `${text || "{"}}`;
}

/** What may have to be escaped: a quotation mark, a backslash, control characters, and letters in two units or half of them. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ESCAPED = /["\\\u0000-\u001f\ud800-\uffff]/;

const quote = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);
