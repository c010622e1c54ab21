/** Reading one value of a study file at a time: what is wrong is told with the field, what was written and the way out. */
import { findIdentityNumber } from "./identity-number.ts";
import { quoted } from "./problem-messages.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { isIsoDate } from "./swedish-date.ts";

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const LONGEST_TEXT = 2000;

/** Collects problems; a method that finds one returns undefined, and reading goes on with the next field. */
export class StudyReader {
  readonly problems: Problem[] = [];

  /** Tells what is wrong; `message` is a whole sentence or more. */
  refuse(field: string, code: ProblemCode, message: string): undefined {
    this.problems.push({ variable: field, code, message });
    return undefined;
  }

  /** The fields of an object; unknown ones are refused, since a misspelt one would be left out in silence. */
  fields(value: unknown, field: string, known: readonly string[]): Fields | undefined {
    if (!isFields(value))
      return this.refuse(field, "bad-format", `${nameOf(field)} måste vara ett objekt med fälten ${known.join(", ")}.`);
    for (const key of Object.keys(value)) {
      if (!known.includes(key))
        this.refuse(
          join(field, key),
          "unknown-field",
          `Fältet ${quoted(join(field, key))} finns inte i en studiefil. Rätta stavningen eller ta bort det. Fälten här är ${known.join(", ")}.`,
        );
    }
    return value;
  }

  /** A list with at least `least` entries. */
  list(value: unknown, field: string, least: number): readonly unknown[] | undefined {
    if (value === undefined) return this.missing(field);
    if (!Array.isArray(value))
      return this.refuse(field, "not-a-list", `Fältet ”${field}” måste vara en lista, inom [ och ].`);
    if (value.length < least)
      return this.refuse(field, "required", `Fältet ”${field}” är en tom lista. Lägg till minst ${least}.`);
    return value as unknown[];
  }

  text(value: unknown, field: string, longest: number = LONGEST_TEXT): string | undefined {
    if (value === undefined) return this.missing(field);
    if (typeof value !== "string" || value.trim() === "")
      return this.refuse(field, "not-text", `Fältet ”${field}” måste vara en text. Där står ${quoted(value)}.`);
    if (value.length > longest)
      return this.refuse(field, "too-long", `Fältet ”${field}” får ha högst ${longest} tecken. Korta texten.`);
    if (findIdentityNumber(value) !== undefined)
      return this.refuse(
        field,
        "identity-number",
        `Fältet ”${field}” innehåller ett personnummer eller samordningsnummer. Ta bort det.`,
      );
    return value.trim();
  }

  id(value: unknown, field: string): string | undefined {
    if (value === undefined) return this.missing(field);
    if (typeof value === "string" && ID.test(value) && findIdentityNumber(value) === undefined) return value;
    return this.refuse(
      field,
      "bad-format",
      `Fältet ”${field}” måste vara ett kort namn med små bokstäver a–z, siffror, _ och -, till exempel ”bup-amal”. Där står ${quoted(value)}.`,
    );
  }

  whole(value: unknown, field: string, min: number, max: number): number | undefined {
    if (value === undefined) return this.missing(field);
    if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value;
    return this.refuse(
      field,
      "out-of-range",
      `Fältet ”${field}” måste vara ett heltal från ${min} till ${max}, utan citattecken. Där står ${quoted(value)}.`,
    );
  }

  /** With or without decimals. */
  number(value: unknown, field: string, min: number, max: number): number | undefined {
    if (typeof value === "number" && value >= min && value <= max) return value;
    return this.refuse(
      field,
      "out-of-range",
      `Fältet ”${field}” måste vara ett tal från ${min} till ${max}, med decimalpunkt och utan citattecken. Där står ${quoted(value)}.`,
    );
  }

  date(value: unknown, field: string): string | undefined {
    if (value === undefined) return this.missing(field);
    if (typeof value === "string" && isIsoDate(value)) return value;
    return this.refuse(
      field,
      "not-a-date",
      `Fältet ”${field}” måste vara ett datum som finns, skrivet som ”2026-01-31”. Där står ${quoted(value)}.`,
    );
  }

  flag(value: unknown, field: string): boolean {
    if (typeof value !== "boolean" && value !== undefined)
      this.refuse(field, "bad-format", `Fältet ”${field}” måste vara true eller false. Där står ${quoted(value)}.`);
    return value === true;
  }

  oneOf<C extends string>(value: unknown, field: string, codes: readonly C[]): C | undefined {
    if (value === undefined) return this.missing(field);
    const found = codes.find((code) => code === value);
    if (found !== undefined) return found;
    return this.refuse(
      field,
      "unknown-code",
      `Fältet ”${field}” måste vara något av ${codes.join(", ")}. Där står ${quoted(value)}.`,
    );
  }

  /** Refuses every value that stands a second time. */
  distinct(values: readonly (string | undefined)[], field: (i: number) => string): void {
    const seen = new Set<string>();
    for (const [i, value] of values.entries()) {
      if (value === undefined) continue;
      if (seen.has(value))
        this.refuse(field(i), "duplicate", `${quoted(value)} står mer än en gång. Ta bort eller döp om den andra.`);
      seen.add(value);
    }
  }

  private missing(field: string): undefined {
    return this.refuse(field, "required", `Fältet ”${field}” saknas. Lägg till det i studiefilen.`);
  }
}

export const join = (field: string, key: string): string => (field === "" ? key : `${field}.${key}`);

const nameOf = (field: string): string => (field === "" ? "Studiefilen" : `Fältet ”${field}”`);
