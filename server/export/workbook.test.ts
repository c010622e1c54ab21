import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import { smallPublication, smallWorkingCopy } from "../../tests/fixtures/small-documents.ts";
import { contentAddress } from "./content-address.ts";
import { renderWorkbook } from "./workbook.ts";

function open(document: ReportDocument, only?: Parameters<typeof renderWorkbook>[1]) {
  const bytes = Buffer.concat([...renderWorkbook(document, only)]);
  const files = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(bytes))).map(([path, content]) => [path, strFromU8(content)]),
  );
  const sheets = [...(files["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ""], i) => ({
    name,
    xml: files[`xl/worksheets/sheet${i + 1}.xml`] ?? "",
  }));
  return { bytes, files, sheets };
}

const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, t = ""]) => t);

describe("a workbook of a publication", () => {
  const { files, sheets } = open(smallPublication);

  test("has a list of contents, what the figures are, and one sheet a table", () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      "Innehåll",
      "Om uppgifterna",
      "1.1 Antal kända",
      "1.2 Datum",
      "2.1 =Frågor",
    ]);
  });

  test("leads from the contents to every table and back", () => {
    const [contents, , ...tables] = sheets;
    const links = [...(contents?.xml ?? "").matchAll(/location="'([^"]*)'!A1"/g)].map(([, name]) => name);
    expect(links).toEqual(tables.map(({ name }) => name));
    for (const { xml } of tables) expect(xml).toContain(`location="'Innehåll'!A1"`);
  });

  test("says number, date and hash on every table, and never that it is a working copy", () => {
    for (const { xml } of sheets.slice(2)) {
      const texts = textsOf(xml).join(" ");
      expect(texts).toContain("Publikation nr 3, fryst 22 november 2026");
      expect(texts).toContain(contentAddress(smallPublication));
      expect(texts).not.toContain("Arbetskopia");
      expect(xml).toContain("Publikation nr 3");
    }
  });

  test("says in words why a figure is missing, and what each word means in the contents", () => {
    expect(textsOf(sheets[2]?.xml ?? "")).toContain("visas inte, för att skydda enskilda");
    expect(textsOf(sheets[0]?.xml ?? "").join(" ")).toContain("siffran är dold för att ingen ska kunna kännas igen");
  });

  test("names sections without tables, and why", () => {
    expect(textsOf(sheets[0]?.xml ?? "").join("|")).toContain("Vad svarar ingen på?|inga svar");
  });

  test("has one sheet alone with the contents when one table is asked for", () => {
    const one = open(smallPublication, { section: "group-size", table: "dates" }).sheets;
    expect(one.map(({ name }) => name)).toEqual(["Innehåll", "Om uppgifterna", "1.2 Datum"]);
    expect(() => open(smallPublication, { section: "group-size", table: "nothing" })).toThrow(RangeError);
  });

  test("tells who made it and when in the file's properties", () => {
    expect(files["docProps/core.xml"]).toContain("<dc:title>Kartläggning &amp; förslag</dc:title>");
    expect(files["docProps/core.xml"]).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-22T00:00:00Z<');
    expect(files["docProps/core.xml"]).toContain("<dc:creator>behovskartan 0.3.0</dc:creator>");
  });
});

test("a working copy says on every sheet, and on every printed page, that it is not protected", () => {
  const { sheets } = open(smallWorkingCopy);
  expect(sheets.length).toBe(5);
  for (const { name, xml } of sheets) {
    expect(textsOf(xml).join(" "), name).toContain("Arbetskopia med oskyddade uppgifter");
    expect(/<oddHeader>([^<]*)</.exec(xml)?.[1], name).toContain("Arbetskopia med oskyddade uppgifter");
  }
});

test("every part of the package is well-formed, and the same document gives the same bytes", () => {
  const { files, bytes } = open(smallPublication);
  expect(Buffer.compare(bytes, Buffer.concat([...renderWorkbook(smallPublication)]))).toBe(0);
  for (const [path, xml] of Object.entries(files)) {
    expect(xml, path).toMatch(/^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>/);
    expect(unclosed(xml), path).toEqual([]);
  }
});

/** Names of elements that are not closed, or closed without being open. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, end, name = "", empty] of xml.replace(/<\?.*?\?>/, "").matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (end === "/") {
      if (open.pop() !== name) return [name];
    } else if (empty !== "/") open.push(name);
  }
  return open;
}

const office = spawnSync("soffice", ["--version"], { encoding: "utf8" });
/** Without LibreOffice on the machine this test is left out; nothing else here opens the file with another program. */
test.skipIf(office.status !== 0)("LibreOffice reads the same values, types and dates", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    writeFileSync(join(folder, "b.xlsx"), open(smallPublication).bytes);
    // Token 12 of the filter's options is the sheet: -1 writes one file for each (LibreOffice 7.2 and later).
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    spawnSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "b.xlsx")]);
    const read = (sheet: string) => Papa.parse<string[]>(readFileSync(join(folder, `b-${sheet}.csv`), "utf8")).data;
    const counts = read("1.1 Antal kända");
    expect(counts[4]).toEqual(["Part", "Kända personer", "Andel", "Netto", "Högst"]);
    expect(counts[5]).toEqual(["BUP", "12345", "28.5%", "-12.5", "ingen övre gräns"]);
    expect(counts[6]).toEqual(["+Ungdom & co", "visas inte, för att skydda enskilda", "vet ej", "0", "40"]);
    expect(read("1.2 Datum").slice(5, 7)).toEqual([
      ["2026-02-28", "TRUE", "2026"],
      ["2024-02-29", "FALSE", "2025"],
    ]);
    expect(read("2.1 =Frågor")[5]).toEqual(['=HYPERLINK("http://x")']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
