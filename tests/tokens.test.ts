import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COLOURS } from "../reports/charts/tokens.ts";

const css = readFileSync("web/styles/tokens.css", "utf8");

/** Names that the style sheet spells in its own way; all others are the same in kebab-case. */
const NAMES: Readonly<Record<string, string>> = { inkSoft: "ink-soft", hatch: "missing" };

test.each(Object.entries(COLOURS))("%s is the same colour in the charts and in the style sheet", (name, colour) => {
  const declared = new RegExp(`--${NAMES[name] ?? name}: (#[0-9a-f]{6});`, "i").exec(css)?.[1];
  expect(declared?.toLowerCase()).toBe(colour.toLowerCase());
});
