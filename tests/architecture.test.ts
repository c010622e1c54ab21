import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** What the product code of each folder may import: folders of this repository, then packages. Nothing else. */
const MAY_IMPORT: Record<string, { folders: readonly string[]; packages: RegExp }> = {
  "survey-definitions": { folders: [], packages: /^$/ },
  reports: {
    folders: ["survey-definitions"],
    packages: /^(react|react\/jsx-runtime|d3-(array|scale|shape)|mdast|mdast-util-from-markdown)$/,
  },
  server: {
    folders: ["survey-definitions", "reports"],
    packages:
      /^(node:.+|@myriaddreamin\/typst-ts-node-compiler|@node-rs\/argon2|@resvg\/resvg-js|better-sqlite3|canonicalize|commander|docx(\/layout)?|express|express-rate-limit|fflate|helmet|highs|kysely(\/migration)?|papaparse|pg|pino|react|react-dom\/server|zod)$/,
  },
  web: {
    folders: ["survey-definitions", "reports"],
    packages:
      /^(react|react-dom|react-dom\/client|react-router|react-aria-components|survey-core|qrcode-generator|d3-.+)(\/.+)?$/,
  },
};

const SOURCE = /\.(ts|tsx)$/;
const TEST = /\.test\.tsx?$/;

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => SOURCE.test(file) && !TEST.test(file));
}

/** Every module that a file names in an import or export, static or dynamic. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s*["']([^"']+)["']/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function forbidden(file: string): string[] {
  const folder = file.split("/")[0] ?? "";
  const rule = MAY_IMPORT[folder];
  if (!rule) return [];
  return importsOf(file).flatMap((name) => {
    if (!name.startsWith(".")) return rule.packages.test(name) ? [] : [`${file} imports the package ${name}`];
    const target = relative(ROOT, resolve(ROOT, dirname(file), name)).split("/")[0] ?? "";
    return target === folder || rule.folders.includes(target) ? [] : [`${file} imports from ${target}/`];
  });
}

test.each(Object.keys(MAY_IMPORT))("%s imports only what it may", (folder) => {
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(3);
  expect(files.flatMap(forbidden)).toEqual([]);
});

test("the rule sees static, dynamic and re-exported imports", () => {
  expect(importsOf("tests/architecture.test.ts")).toContain("node:fs");
  expect(importsOf("reports/dataset.ts")).toContain("../survey-definitions/codes.ts");
});

test("no commercial SurveyJS package is installed", () => {
  const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
  expect(lock).not.toMatch(/"node_modules\/survey-(creator|analytics|pdf)/);
});

test("the lock file names versions and no download address", () => {
  expect(readFileSync(join(ROOT, "package-lock.json"), "utf8")).not.toMatch(/"resolved": *"http/);
});

test("every direct dependency has one exact version", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({ ...manifest["dependencies"], ...manifest["devDependencies"] });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+([-+].+)?$/.test(version))).toEqual([]);
});

test("SurveyJS is loaded by the answering page alone", () => {
  const elsewhere = filesBelow("web")
    .filter((file) => !/^web\/(survey|answer)\//.test(file))
    .filter((file) => importsOf(file).some((name) => name.startsWith("survey-")));
  expect(elsewhere).toEqual([]);
});

test("files stay small enough to hold one idea", () => {
  const long = ["survey-definitions", "reports", "server", "web"]
    .flatMap(filesBelow)
    .filter((file) => !file.endsWith("/variables.ts") && !file.endsWith("font-metrics.ts"))
    .map((file) => ({ file, lines: readFileSync(join(ROOT, file), "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 320);
  expect(long).toEqual([]);
});
