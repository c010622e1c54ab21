/** Reads the input of `calc`: from unknown to typed, with Swedish messages that name the field. */

/** Wrong input: the caller's mistake, not a refusal of the method. */
export class CalcInputError extends Error {
  /** Never changes; the message is Swedish. */
  readonly code: "unknown-method" | "wrong-input";
  constructor(code: CalcInputError["code"], message: string) {
    super(message);
    this.name = "CalcInputError";
    this.code = code;
  }
}

export const wrong = (message: string): never => {
  throw new CalcInputError("wrong-input", message);
};

export type Fields = Readonly<Record<string, unknown>>;

/** An object with no other fields than those named; `field` is what it is called in messages. */
export function readFields(
  input: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
  field = "",
): Fields {
  const where = field === "" ? "Indata" : `”${field}”`;
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return wrong(`${where} ska vara ett objekt med ${quoted([...required, ...optional])}.`);
  const fields: Fields = Object.fromEntries(Object.entries(input));
  const missing = required.filter((name) => fields[name] === undefined);
  if (missing.length > 0) wrong(`${where} saknar ${quoted(missing)}.`);
  const unknown = Object.keys(fields).filter((name) => !required.includes(name) && !optional.includes(name));
  if (unknown.length > 0)
    wrong(`${where} har okända fält: ${quoted(unknown)}. Fälten heter ${quoted([...required, ...optional])}.`);
  return fields;
}

const quoted = (names: readonly string[]): string => names.map((name) => `”${name}”`).join(", ");

export function readNumber(value: unknown, field: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return wrong(`”${field}” ska vara ett tal.`);
  return value;
}

/** Counts above this are slips of the hand, and sums of them would leave the exact whole numbers. */
export const MOST_PERSONS = 1_000_000_000;

export function readCount(value: unknown, field: string): number {
  const number = readNumber(value, field);
  if (!Number.isInteger(number) || number < 0) return wrong(`”${field}” ska vara ett helt tal som är noll eller mer.`);
  if (number > MOST_PERSONS) return wrong(`”${field}” är för stort: högst ${MOST_PERSONS}.`);
  return number;
}

/** `null` and "∞" are unbounded. */
export const readUpperCount = (value: unknown, field: string): number =>
  value === null || value === "∞" ? Infinity : readCount(value, field);

export function readList<T>(value: unknown, field: string, read: (item: unknown, field: string) => T): readonly T[] {
  if (!Array.isArray(value)) return wrong(`”${field}” ska vara en lista.`);
  return value.map((item: unknown, i) => read(item, `${field}[${i + 1}]`));
}

/** A list of rows of equal length. */
export function readTable<T>(
  value: unknown,
  field: string,
  read: (item: unknown, field: string) => T,
): readonly (readonly T[])[] {
  const rows = readList(value, field, (row, name) => readList(row, name, read));
  const uneven = rows.findIndex((row) => row.length !== rows[0]?.length);
  if (uneven > 0)
    wrong(
      `Raderna i ”${field}” är olika långa: rad 1 har ${rows[0]?.length}, rad ${uneven + 1} har ${rows[uneven]?.length}.`,
    );
  return rows;
}

export function readText(value: unknown, field: string): string {
  if (typeof value !== "string" || value === "") return wrong(`”${field}” ska vara en text.`);
  return value;
}

/** JSON has no infinity: an unbounded upper end is the string that the report uses. */
export const orUnbounded = (value: number): number | string => (value === Infinity ? "∞" : value);
