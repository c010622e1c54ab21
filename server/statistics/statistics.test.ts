import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../root.ts";
import { populationOf } from "./population.ts";
import { readStatistics, type ReadStatistics } from "./read-statistics.ts";
import { referencePopulation } from "./reference.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string): ReadStatistics => readStatistics(bytes(text));
const rowsOf = (found: ReadStatistics) => ("rows" in found ? found.rows : []);
const messages = (found: ReadStatistics) => ("problems" in found ? found.problems.map(({ message }) => message) : []);

const ages = (age_min: number, age_max: number, ...municipalities: string[]) => ({
  municipalities,
  target_group: { age_min, age_max, description: "" },
});

describe("populationOf the files that come with the program", () => {
  // Check sums published with the excerpt of SCB's table BefolkningNy, Åmål 2024.
  test.each([
    [16, 24, 1068],
    [16, 25, 1176],
    [18, 29, 1272],
  ])("gives %d–%d years in Åmål as single years", async (from, to, persons) => {
    const found = populationOf(ages(from, to, "1492"), await referencePopulation());
    expect(found.get("1492")).toEqual({ persons, approximated: false, year: 2024, source: "SCB, tabell BefolkningNy" });
  });

  test("takes shares of five-year bands where there are no single years, and says so", async () => {
    // Vänersborg 2022: 4/5 of 2362 + 1989 + 1/5 of 2184 = 1889.6 + 1989 + 436.8 = 4315.4.
    const found = populationOf(ages(16, 25, "1487"), await referencePopulation());
    expect(found.get("1487")).toEqual({
      persons: 4315,
      approximated: true,
      year: 2022,
      source: "SCB, tabell BefolkManad",
    });
  });

  test("is approximated where one age of a band is left out: 4/5 of 2362 + 1989 = 3878.6", async () => {
    const found = populationOf(ages(16, 24, "1487"), await referencePopulation());
    expect(found.get("1487")).toMatchObject({ persons: 3879, approximated: true });
  });

  test("is not approximated where the ages follow the bands: 15–24 in Vänersborg is 2362 + 1989", async () => {
    const found = populationOf(ages(15, 24, "1487"), await referencePopulation());
    expect(found.get("1487")).toMatchObject({ persons: 4351, approximated: false });
  });

  test("says nothing where the ages are not covered, or the municipality is unknown", async () => {
    const found = populationOf(ages(16, 40, "1487", "9999"), await referencePopulation());
    expect([...found]).toEqual([]);
  });

  test("covers all 290 municipalities for 16–25 years", async () => {
    const sources = await referencePopulation();
    const all = [...new Set(sources.flatMap(({ rows }) => rows.map(({ region }) => region)))];
    expect(all).toHaveLength(290);
    expect(populationOf(ages(16, 25, ...all), sources).size).toBe(290);
  });
});

describe("populationOf", () => {
  const row = (age: number, year: number, population: number, sex: "M" | "F" | "T" = "T") =>
    ({ region: "1885", ageFrom: age, ageTo: age, sex, year, population }) as const;

  test("prefers an imported file, and in it the newest year that covers the ages", () => {
    const imported = {
      source: "fil.csv",
      rows: [row(16, 2022, 5), row(17, 2022, 6), row(16, 2023, 7), row(17, 2023, 8), row(16, 2024, 9)],
    };
    const newer = { source: "SCB", rows: [row(16, 2025, 100), row(17, 2025, 100)] };
    expect(populationOf(ages(16, 17, "1885"), [imported, newer]).get("1885")).toEqual({
      persons: 15,
      approximated: false,
      year: 2023,
      source: "fil.csv",
    });
  });

  test("does not count men alone as everybody", () => {
    expect(populationOf(ages(16, 16, "1885"), [{ source: "", rows: [row(16, 2024, 5, "M")] }]).size).toBe(0);
  });

  test("does not count both sexes and their total twice", () => {
    const rows = [row(16, 2024, 5, "M"), row(16, 2024, 6, "F"), row(16, 2024, 11)];
    expect(populationOf(ages(16, 16, "1885"), [{ source: "", rows }]).get("1885")?.persons).toBe(11);
  });

  test("uses single years inside a band that also holds them", () => {
    const band = { ...row(15, 2024, 500), ageTo: 19 };
    const rows = [band, ...[16, 17].map((age) => row(age, 2024, age))];
    expect(populationOf(ages(16, 17, "1885"), [{ source: "", rows }]).get("1885")).toMatchObject({
      persons: 33,
      approximated: false,
    });
  });
});

describe("readStatistics", () => {
  const expected = [
    { region: "1885", ageFrom: 16, ageTo: 16, sex: "M", year: 2024, population: 130 },
    { region: "1885", ageFrom: 16, ageTo: 16, sex: "F", year: 2024, population: 121 },
  ];

  test.each([
    ["our own form", "region,age,sex,year,population\n1885,16,M,2024,130\n1885,16,F,2024,121\n"],
    [
      "SCB's form",
      '"region","ålder","kön","år","Folkmängd"\n"1885 Lindesberg","16 år","män","2024",130\n"1885 Lindesberg","16 år","kvinnor","2024",121',
    ],
    [
      "SCB's wide form in English, semicolon, with a title and a note below",
      '"Population by region, age, sex and year"\n\n"region";"age";"sex";"2024"\n"1885 Lindesberg";"16 years";"men";130\n' +
        '"1885 Lindesberg";"16 years";"women";121\n\n"Source: Statistics Sweden"\n',
    ],
    [
      "a heading of contents and year, totals, the country and what is not available",
      "\ufeffregion\tålder\tkön\tFolkmängd 2023\tFolkmängd 2024\n00 Riket\t16 år\tmän\t60000\t61000\n" +
        "1885 Lindesberg\ttotalt ålder\tmän\t..\t9000\n1885 Lindesberg\t16 år\tmän\t..\t130\n" +
        "1885 Lindesberg\t16 år\tkvinnor\t..\t1 21\n18 Örebro län\t16 år\tkvinnor\t1\t1\n",
    ],
    [
      "marital statuses, which are added up",
      "region,civilstånd,ålder,kön,år,Folkmängd\n1885,ogifta,16 år,män,2024,129\n1885,gifta,16 år,män,2024,1\n" +
        "1885,ogifta,16 år,kvinnor,2024,121\n1885,gifta,16 år,kvinnor,2024,-\n",
    ],
    [
      "marital statuses beside their total, which alone is read",
      "region,civilstånd,ålder,kön,år,Folkmängd\n1885,ogifta,16 år,män,2024,129\n1885,totalt,16 år,män,2024,130\n" +
        "1885,totalt,16 år,kvinnor,2024,121\n",
    ],
  ])("reads %s", (_, text) => {
    expect(read(text)).toEqual({ rows: expected });
  });

  test("reads Windows-1252, as a spreadsheet saves it", () => {
    const text = '"region";"ålder";"kön";"år";"Folkmängd"\r\n"1885 Lindesberg";"16 år";"män";"2024";130\r\n';
    const encoded = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(readStatistics(encoded)).toEqual({ rows: expected.slice(0, 1) });
  });

  test("gives back the leading zero that a spreadsheet took", () => {
    expect(rowsOf(read("region,age,sex,year,population\n114,16,M,2024,1\n"))[0]?.region).toBe("0114");
  });

  test.each([
    ["16", 16, 16],
    ["1 år", 1, 1],
    ["15-19 år", 15, 19],
    ["15–19 years", 15, 19],
    ["-4 år", 0, 4],
    ["100+ år", 100, 130],
  ])("reads the age %s", (age, ageFrom, ageTo) => {
    expect(rowsOf(read(`region,age,sex,year,population\n1885,${age},M,2024,1\n`))[0]).toMatchObject({ ageFrom, ageTo });
  });

  test.each([
    ["", "Filen är tom."],
    ["a,b\n1,2\n", "rubrikerna saknas"],
    ["region,age,year,population\n1885,16,2024,1\n", "Rad 1: kolumnen ”kön” saknas."],
    ["region,sex,year\n1885,M,2024\n", "Rad 1: kolumnen ”ålder” och ”folkmängd” saknas."],
    [
      "region,age,sex,year,population\nÅmål,16,M,2024,1\n",
      "Rad 2, kolumnen ”region”: ”Åmål” börjar inte med en kommunkod",
    ],
    ["region,age,sex,year,population\n1885,ung,M,2024,1\n", "Rad 2, kolumnen ”age”: ”ung” är ingen ålder."],
    ["region,age,sex,year,population\n1885,16,X,2024,1\n", "Rad 2, kolumnen ”sex”: ”X” är varken män"],
    ["region,age,sex,year,population\n1885,16,M,24,1\n", "Rad 2, kolumnen ”year”: ”24” är inget årtal."],
    [
      "region,age,sex,year,population\n1885,16,M,2024,1.5\n",
      "Rad 2, kolumnen ”population”: ”1.5” är inte ett helt antal",
    ],
    ["region,age,sex,year,population\n1885,16,M,2024\n", "Rad 2: raden har 4 fält, men rubrikraden har 5."],
    [
      "region,age,sex,year,population\n1885,16,M,2024,1\n1885,16 år,män,2024,2\n",
      "Rad 3: samma region, ålder, kön och år står också på rad 2.",
    ],
    ["region,age,sex,year,population\n00 Riket,16,M,2024,1\n", "inga uppgifter om någon kommun"],
  ])("refuses %j", (text, message) => {
    expect(messages(read(text))).toEqual([expect.stringContaining(message)]);
  });

  test("names every problem of a file, not just the first", () => {
    expect(messages(read("region,age,sex,year,population\nx,y,z,2024,1\n1885,16,M,2024,-3\n"))).toHaveLength(4);
  });

  const samples = join(projectRoot, "../shared/data/import-samples/scb");
  test.skipIf(!existsSync(samples))("reads what SCB's database wrote (skipped where ../shared is missing)", () => {
    // Both files are about the whole country, which is no municipality: their headings and cells are read all the same.
    for (const file of [
      "csv-utf8-comma-en-BE0101N1_20240206-141557.csv",
      "csv-utf8-semicolon-title-en-BE0101N1_20260315-000755.csv",
    ]) {
      const text = readFileSync(join(samples, file), "utf8");
      expect(messages(read(text))).toEqual(["Filen har inga uppgifter om någon kommun."]);
      const found = rowsOf(read(text.replaceAll('"00 Sweden"', '"1885 Lindesberg"')));
      expect(found.length).toBeGreaterThan(1000);
    }
  });
});
