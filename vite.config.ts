import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const web = fileURLToPath(new URL("./web/", import.meta.url));

/** One HTML file a page; the server maps addresses to them. */
const PAGES = ["start", "answer", "desk", "board", "tillganglighet", "om-uppgifterna"];

const COMPRESSIBLE = /\.(?:js|css|svg)$/;

/** A tenth larger than the best of 11, in a twentieth of the time. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Writes `file.br` and `file.gz` beside every part, so that the server never compresses the same bytes twice. */
function precompress(): Plugin {
  return {
    name: "precompress",
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const files = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name));
      await Promise.all(
        files.map(async (name) => {
          const path = join(dir, name);
          const bytes = await readFile(path);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, QUALITY));
          await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        }),
      );
    },
  };
}

/** What only the server calls: the browser draws tables that have been computed, and shows sentences as they came. */
const SERVER_ONLY: readonly string[] = ["compute", "sentences"];

/** Leaves the computing half of every report section out of the pages: two fifths of what a reader of a report would load. */
function drawingsOnly(): Plugin {
  return {
    name: "drawings-only",
    enforce: "post",
    transform: {
      filter: { id: /\/reports\/sections\/[^/]+\.tsx$/ },
      handler(code) {
        let kept = code;
        for (const [from, to] of serverOnlyRanges(this.parse(code)).toReversed()) {
          kept = kept.slice(0, from) + kept.slice(to).replace(/^\s*,/, "");
        }
        return { code: kept, map: null };
      },
    },
  };
}

/** Where the server's properties stand in the sections of a module: objects with tables to read and charts to draw. */
function serverOnlyRanges(node: unknown): [number, number][] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(serverOnlyRanges);
  if (!isObjectExpression(node)) return Object.values(node).flatMap(serverOnlyRanges);
  const names = node.properties.map(({ key }) => key?.name ?? "");
  if (!["reads", "charts", ...SERVER_ONLY].every((name) => names.includes(name))) return [];
  return node.properties.flatMap(({ key, start, end }) =>
    SERVER_ONLY.includes(key?.name ?? "") ? [[start, end] as [number, number]] : [],
  );
}

interface ObjectExpression {
  readonly properties: readonly {
    readonly key?: { readonly name?: string };
    readonly start: number;
    readonly end: number;
  }[];
}
const isObjectExpression = (node: object): node is ObjectExpression =>
  "type" in node && node.type === "ObjectExpression";

export default defineConfig({
  root: web,
  base: "/",
  plugins: [react(), drawingsOnly(), precompress()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // No data: addresses: the content security policy lets fonts and styles come from ourselves only.
    assetsInlineLimit: 0,
    // The questionnaire chunk is SurveyJS, loaded on demand after the first page.
    chunkSizeWarningLimit: 1800,
    rolldownOptions: {
      input: PAGES.map((page) => `${web}${page}.html`).filter((path) => existsSync(path)),
    },
  },
});
