import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FONT_FILES } from "./font-files.ts";
import { drawPng } from "./png.ts";
import { withFontFiles } from "./small-fonts.ts";

const drawn = (text: string): Buffer =>
  Buffer.from(
    drawPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" font-size="20" font-family="Source Sans 3">${text}</text></svg>`,
    ),
  );
const EMPTY = drawn(" ");

test("Swedish text is drawn with small fonts, other letters with the whole ones, and every letter is drawn", () => {
  const [whole = ""] = FONT_FILES;
  const sizes = withFontFiles("Åmål", (files) => files.map((file) => readFileSync(file).length));
  expect(sizes.length).toBe(FONT_FILES.length);
  expect(sizes[0]).toBeLessThan(readFileSync(whole).length / 3);
  expect(withFontFiles("Житомир", (files) => files)).toEqual(FONT_FILES);
  for (const letter of "aÅäÖéüß0½–”≥→□Ж") expect(drawn(letter).equals(EMPTY), letter).toBe(false);
});

test("a letter put together from others looks as it does in the whole font", () => {
  // A letter outside Latin beside it, outside the picture, makes the program use the whole font.
  const far = '</text><text x="500" y="30">Ж';
  for (const letter of "AÅöéĳ") expect(drawn(letter).equals(drawn(letter + far)), letter).toBe(true);
});

test("nothing is left behind, also when the drawing cannot be read", () => {
  let met: readonly string[] = [];
  const failing = () =>
    withFontFiles("a", (files) => {
      met = files;
      throw new Error("no drawing");
    });
  expect(failing).toThrow("no drawing");
  expect(met.length).toBe(FONT_FILES.length);
  expect(met.filter((file) => existsSync(file))).toEqual([]);
});
