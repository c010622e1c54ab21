/** What stands in the cells of a population table, ours or Statistics Sweden's, in Swedish or English. */
import type { StatisticsRow } from "../store/store.ts";

export type StatisticsColumn = "region" | "age" | "age_from" | "age_to" | "sex" | "year" | "population" | "civil";

const COLUMN_NAMES: Readonly<Record<string, StatisticsColumn>> = {
  region: "region",
  kommun: "region",
  municipality: "region",
  age: "age",
  ålder: "age",
  age_from: "age_from",
  age_to: "age_to",
  sex: "sex",
  kön: "sex",
  year: "year",
  år: "year",
  population: "population",
  folkmängd: "population",
  folkmängden: "population",
  antal: "population",
  number: "population",
  "marital status": "civil",
  civilstånd: "civil",
};

/** The cell is read, and left out on purpose. */
export const SKIP = Symbol("skip");

export const columnOf = (heading: string): StatisticsColumn | undefined => COLUMN_NAMES[heading.trim().toLowerCase()];

/** The year of a column in a table with one column a year: "2024", "Folkmängd 2024"; undefined for other headings. */
export function yearOfHeading(heading: string): number | undefined {
  const year = /^(?:folkmängd(?:en)?\s+|population\s+|number\s+)?((?:19|20)\d\d)$/i.exec(heading.trim())?.[1];
  return year === undefined ? undefined : Number(year);
}

/** "Total" in words: a row that sums up others. */
export const isTotal = (text: string): boolean => /^(tot|samtliga|alla|all\b)/i.test(text.trim());

/**
 * The municipality code of "1885 Lindesberg" or "1885"; a code that a spreadsheet has robbed of its leading zero gets it
 * back. `SKIP` for the country and for counties (two digits), undefined for anything else.
 */
export function readRegion(text: string): string | typeof SKIP | undefined {
  const code = /^(\d{2,4})(?=\s|$)/.exec(text.trim())?.[1];
  if (code === undefined) return undefined;
  return code.length === 2 ? SKIP : code.padStart(4, "0");
}

/** Ages with both ends included: "16 år", "15–19 years", "-4 år" (0–4), "100+"; `SKIP` for all ages together. */
export function readAges(text: string): { readonly ageFrom: number; readonly ageTo: number } | typeof SKIP | undefined {
  const ages = text.trim().replace(/\s*(år|years?)$/i, "");
  if (isTotal(ages)) return SKIP;
  const single = /^(\d{1,3})(\+?)$/.exec(ages);
  if (single) {
    const age = Number(single[1]);
    if (age > HIGHEST_AGE) return undefined;
    return { ageFrom: age, ageTo: single[2] === "+" ? HIGHEST_AGE : age };
  }
  const band = /^(\d{0,3})\s*[-–]\s*(\d{1,3})$/.exec(ages);
  if (!band) return undefined;
  const [ageFrom, ageTo] = [Number(band[1] ?? "0"), Number(band[2])];
  return ageFrom <= ageTo && ageTo <= HIGHEST_AGE ? { ageFrom, ageTo } : undefined;
}

/** The end of an open class such as 100+. */
export const HIGHEST_AGE = 130;

const SEXES: Readonly<Record<string, StatisticsRow["sex"]>> = {
  m: "M",
  män: "M",
  man: "M",
  men: "M",
  male: "M",
  f: "F",
  k: "F",
  kvinnor: "F",
  kvinna: "F",
  women: "F",
  female: "F",
  t: "T",
  "män och kvinnor": "T",
  "men and women": "T",
};

export const readSex = (text: string): StatisticsRow["sex"] | undefined =>
  isTotal(text) ? "T" : SEXES[text.trim().toLowerCase()];

export function readYear(text: string): number | undefined {
  return /^(19|20)\d\d$/.test(text.trim()) ? Number(text) : undefined;
}

/** Whole persons, spaces between thousands allowed; "-" is 0; `SKIP` for ".." (not available); undefined otherwise. */
export function readPersons(text: string): number | typeof SKIP | undefined {
  const digits = text.trim().replace(/[\s\u00a0\u202f]/g, "");
  if (digits === "..") return SKIP;
  if (digits === "-" || digits === "–") return 0;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
