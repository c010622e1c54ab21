import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Violations of WCAG 2.2 A and AA on the page as it stands, or on what a selector finds there, one readable line each. */
export async function violationsOf(page: Page, within = "html"): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => "axe" in globalThis);
  if (!isThere) await page.evaluate(source);
  const result = await page.evaluate(
    async (selector) =>
      (await (globalThis as unknown as { axe: { run(on: string, options: object): Promise<unknown> } }).axe.run(
        selector,
        {
          runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
          // The same rules; what passed is not described.
          resultTypes: ["violations"],
        },
      )) as AxeResult,
    within,
  );
  return result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(" | ")}`,
  );
}
