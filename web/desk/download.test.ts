import { expect, test } from "vitest";
import { csvText } from "./download.ts";

test("cells with commas, quotes and line breaks are quoted, as RFC 4180 has it", () => {
  expect(
    csvText([
      ["part", "adress"],
      ['Vård & "stöd", Åmål', "rad 1\nrad 2"],
    ]),
  ).toBe('\ufeffpart,adress\r\n"Vård & ""stöd"", Åmål","rad 1\nrad 2"\r\n');
});
