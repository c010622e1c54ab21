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

export default defineConfig({
  root: web,
  base: "/",
  plugins: [react(), precompress()],
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
