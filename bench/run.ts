/** `npm run bench -- NAME`: bundles bench/NAME.ts as the program itself is bundled, and runs it. */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "../build.ts";

const root = join(import.meta.dirname, "..");
const names = process.argv.slice(2);
if (names.length === 0) throw new Error("name a benchmark: submissions, reports, pages, protection, exports");

await buildIfStale("server");
await buildIfStale("web");
await build({
  absWorkingDir: root,
  entryPoints: [...names, "express-parser"].map((name) => `bench/${name}.ts`),
  outdir: "dist/bench",
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  jsx: "automatic",
  logLevel: "warning",
});
for (const name of names) spawnSync(process.execPath, [join(root, `dist/bench/${name}.js`)], { stdio: "inherit" });
