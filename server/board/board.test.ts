import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Publication } from "../../reports/publication/publication.ts";
import { exampleReport } from "../../tests/fixtures/example-report.ts";
import { examplePublications } from "../../tests/fixtures/example-publications.ts";
import { renderBoardPage, renderPasscodePage, renderTablePage, renderViewProblem, type BoardView } from "./page.tsx";

const VIEW: BoardView = {
  address: "/rapport/T",
  files: "/api/published/T",
  download: true,
  preview: false,
  embedOrigin: "https://karta.example",
  head: '<meta charset="utf-8" />',
};

let first: Publication;
let second: Publication;
/** Two sections of the second, for what does not depend on the others. */
let few: Publication;
/** The whole page of the second. */
let html: string;
beforeAll(async () => {
  ({ first, second } = examplePublications((await exampleReport()).report));
  few = { ...second, sections: second.sections.filter(({ id }) => ["coverage", "group-size"].includes(id)) };
  html = renderBoardPage(second, VIEW);
});

/** What stands between the first tag with this id and the next section. */
const sectionIn = (html: string, id: string): string =>
  new RegExp(`<section[^>]*id="${id}"[\\s\\S]*?(?=<section|</main>)`).exec(html)?.[0] ?? "";

describe("the page of a publication", () => {
  test("is a whole document within what a phone fetches in moments", () => {
    expect(html.startsWith('<!doctype html>\n<html lang="sv">')).toBe(true);
    expect(html).toContain("<title>Vilka behöver stöd &amp; vad saknas? – Behovskartan</title>");
    expect(html.match(/<h1/g)).toHaveLength(1);
    // The limit that the page was planned for.
    expect(gzipSync(html).length).toBeLessThan(600_000);
  });

  test("keeps to the content security policy: no style, script or handler in the markup", () => {
    expect(html).not.toMatch(/<script|<style|\sstyle="|\son[a-z]+="/);
  });

  test("has every section with a heading, and every id once", () => {
    for (const { id } of second.sections) expect(sectionIn(html, id), id).toContain(`<h2 id="${id}-rubrik">`);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("every link within the page leads somewhere", () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((id) => !ids.has(id ?? ""))).toEqual([]);
  });

  test("says what is new since the one before, and nothing of it on the first", () => {
    expect(html).toContain("Förra publiceringen var nummer 1, 20 oktober 2026.");
    expect(html).toContain("Förut: Parterna känner 9 personer.");
    expect(renderBoardPage({ ...first, sections: few.sections }, VIEW)).not.toContain("Vad är nytt sedan sist");
  });

  test("shows the investigator's words as text, with headings below the title", () => {
    expect(html).toContain("<h2>Bakgrund</h2>");
    expect(html).toContain('<a href="https://example.org/mer">mer</a>');
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test("a hidden figure is told in words, and why it is hidden", () => {
    expect(html).toContain("<span>visas inte</span>");
    expect(html).toContain("siffran gäller färre än fem personer");
    expect(html).not.toContain("färre än tröskeln");
    expect(sectionIn(html, "follow-up")).toContain("7 siffror i avsnittets tabeller visas inte");
  });

  test("tells how a finding is known: method, who answered, which questionnaires", () => {
    const known = sectionIn(html, "group-size");
    // 15 of the example's 18 parties have answered: 83 %.
    expect(known).toContain("Parternas formulär: 15 av 18 har svarat (83\u00a0%)");
    expect(known).toContain("partsenkäten version 1");
    expect(known).not.toContain("ungas röster");
  });

  test("words that are explained lead to their explanation", () => {
    expect(sectionIn(html, "problems")).toContain('<a class="term" href="#ord-enighet-om-en-ordning">Kendalls W</a>');
    expect(html).toContain('id="ord-enighet-om-en-ordning"');
  });

  test("a link that is only for reading leads to no file", () => {
    expect(html).toContain('href="/api/published/T/report.pdf"');
    expect(renderBoardPage(few, { ...VIEW, download: false })).not.toContain("/api/published/");
  });

  test("a preview says that it is not published", () => {
    expect(html).not.toContain("Förhandsvisning");
    expect(renderBoardPage(few, { ...VIEW, preview: true })).toContain("Förhandsvisning – inte publicerad");
  });
});

describe("with a municipality", () => {
  const inPlace = { ...VIEW, municipality: "1492" };
  let told: string;
  beforeAll(() => {
    told = renderBoardPage(second, inPlace);
  });

  test("sections are about it, or say that they are about all", () => {
    expect(told).toContain("<title>Vilka behöver stöd &amp; vad saknas?: Åmål – Behovskartan</title>");
    expect(sectionIn(told, "group-size")).toContain("Gäller Åmål");
    expect(sectionIn(told, "follow-up")).toContain("Gäller alla kommuner");
    const sentence = second.places["1492"]?.find(({ id }) => id === "group-size")?.sentences[0];
    expect(sectionIn(told, "group-size")).toContain(sentence?.replace(/\.$/, "") ?? "?");
  });

  test("links to tables keep it", () => {
    expect(told).toContain('href="/rapport/T/tabell/interventions/availability?kommun=1492"');
  });

  test("one that the study does not have counts as none", () => {
    const none = { ...VIEW, municipality: '"><script>' };
    expect(renderBoardPage(few, none)).toBe(renderBoardPage(few, VIEW));
  });
});

test("a chart is offered to other sites' pages with its whole address, where that is allowed", () => {
  const page = renderBoardPage(few, VIEW);
  expect(page.match(/embed-code/g)).toHaveLength(few.sections.flatMap(({ charts }) => charts).length);
  expect(page).toContain("https://karta.example/api/published/T/group-size/");
  const { embedOrigin: _, ...elsewhere } = VIEW;
  expect(renderBoardPage(few, elsewhere)).not.toContain("Bädda in");
});

describe("the page of a table", () => {
  const rowsOf = (page: string): number => (page.match(/<tr>/g) ?? []).length - 1;
  const wanted = { section: "interventions", table: "availability", page: 1 };

  test("has two hundred rows at a time, and a page beyond the last is the last", () => {
    // 18 interventions × 18 parties and municipalities.
    expect(rowsOf(renderTablePage(second, VIEW, wanted))).toBe(200);
    const last = renderTablePage(second, VIEW, { ...wanted, page: 2 });
    expect(rowsOf(last)).toBe(124);
    expect(last).toContain("Rad 201–324 av 324");
    expect(renderTablePage(second, VIEW, { ...wanted, page: 99 })).toBe(last);
    expect(renderTablePage(second, VIEW, { ...wanted, page: Number.NaN })).toBe(renderTablePage(second, VIEW, wanted));
  });

  test("with a municipality it has the rows of that one, and a way to all", () => {
    const page = renderTablePage(second, { ...VIEW, municipality: "1492" }, wanted);
    expect(rowsOf(page)).toBe(162);
    expect(page).not.toContain("Vänersborg</td>");
    expect(page).toContain('<a href="/rapport/T/tabell/interventions/availability">Visa alla kommuner</a>');
  });

  test("there is none that the publication does not have", () => {
    expect(() => renderTablePage(second, VIEW, { ...wanted, table: "constructor" })).toThrow(RangeError);
  });
});

describe("pages without a report", () => {
  test("the form for the passcode is sent to the address that the reader came with", () => {
    const door = renderPasscodePage({ address: '/rapport/T?kommun="', head: "", wrong: true, tooMany: false });
    expect(door).toContain('action="/rapport/T?kommun=&quot;" method="post"');
    expect(door).toContain("Lösenordet stämmer inte");
  });

  test.each([
    ["link-withdrawn", "Länken har dragits tillbaka"],
    ["link-expired", "Länken gäller inte längre"],
    ["not-published", "Inget är publicerat än"],
    ["publication-working", "Rapporten håller på att göras"],
    ["something-new", "Rapporten kan inte visas"],
    ["constructor", "Rapporten kan inte visas"],
  ])("%s is told as %s", (code, title) => {
    expect(renderViewProblem(code, "")).toContain(`<h1>${title}</h1>`);
  });
});
