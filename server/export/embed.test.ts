import { expect, test } from "vitest";
import { smallPublication } from "../../tests/fixtures/small-documents.ts";
import { standaloneSvg } from "./embed-svg.ts";
import { embedSnippet } from "./embed.ts";

const withChart = {
  ...smallPublication,
  sections: smallPublication.sections.map((section) => ({
    ...section,
    charts: [{ id: "dots", title: 'BUP & "flera"', description: "BUP känner till <12 345> personer." }],
  })),
};
const addresses = { page: "https://karta.se/rapport/abc", files: "https://karta.se/api/published/abc" };

test("a chart for another page has an image, its finding in words, its source and a way to the report", () => {
  expect(embedSnippet(withChart, "group-size", "dots", addresses)).toBe(
    [
      "<figure>",
      '  <img src="https://karta.se/api/published/abc/group-size/dots.svg?width=760" alt="BUP känner till &lt;12 345&gt; personer." width="760" style="max-width: 100%; height: auto">',
      "  <figcaption>BUP &amp; &quot;flera&quot;. Källa: Kartläggning &amp; förslag, publicering nr 3, 22 november 2026. Exempel med påhittade svar. " +
        '<a href="https://karta.se/rapport/abc#diagram-group-size-dots">Hela rapporten</a></figcaption>',
      "</figure>",
    ].join("\n"),
  );
});

test("a chart that is not there is refused", () => {
  expect(() => embedSnippet(withChart, "group-size", "bars", addresses)).toThrow(RangeError);
});

test("each text of a drawing on its own says how long it is, entities counted as the signs they are", () => {
  // Source Sans 3 Regular: A is 544/1000 of the size, & 609/1000 (advance widths in the font's hmtx table).
  const svg = '<svg><text x="1" font-size="100" fill="#000">A</text><text x="1" font-size="100">&amp;</text></svg>';
  expect(standaloneSvg(svg)).toBe(
    '<svg><text x="1" font-size="100" fill="#000" textLength="54.4" lengthAdjust="spacingAndGlyphs">A</text>' +
      '<text x="1" font-size="100" textLength="60.9" lengthAdjust="spacingAndGlyphs">&amp;</text></svg>',
  );
});

test("a text without letters or size is left as it is", () => {
  const svg = '<svg><text x="1" font-size="10"> </text><text x="1">A</text></svg>';
  expect(standaloneSvg(svg)).toBe(svg);
});
