/** Numbers as people write them: "12 345", "3,5". What is no number stays the text that it was. */

/** The number of a text, the text itself when it is none, undefined when it is empty. */
export function readNumber(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const plain = trimmed
    .replaceAll(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".")
    .replace("−", "-");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : trimmed;
}

/** A value as it stands in the field; thousands set apart. */
export function writeNumber(value: unknown): string {
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  const [whole = "", decimals] = String(Math.abs(value)).split(".");
  const grouped = whole.length > 4 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, "\u00a0") : whole;
  return `${value < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}
