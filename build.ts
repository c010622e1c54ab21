/**
 * `node build.ts [server|web] [--if-stale]`: bundles the server to dist/server and the pages to dist/web.
 *
 * A stamp beside each bundle says when it was built; with `--if-stale` a bundle that is newer than every source of it
 * is left as it is, so that the second start builds nothing.
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = import.meta.dirname;

interface Bundle {
  readonly stamp: string;
  readonly sources: readonly string[];
  build(): Promise<void>;
}

const bundles = {
  server: {
    stamp: "dist/server/.stamp",
    sources: ["survey-definitions", "reports", "server", "build.ts", "package-lock.json"],
    build: buildServer,
  },
  web: {
    stamp: "dist/web/.stamp",
    sources: ["survey-definitions", "reports", "web", "vite.config.ts", "package-lock.json"],
    build: buildWeb,
  },
} as const satisfies Record<string, Bundle>;

export type BundleName = keyof typeof bundles;

/** @returns whether anything was built */
export async function buildIfStale(name: BundleName): Promise<boolean> {
  const { stamp, sources, build } = bundles[name];
  const builtAt = changedAt(join(root, stamp));
  if (builtAt > 0 && sources.every((source) => changedAt(join(root, source)) <= builtAt)) return false;
  const startedAt = new Date();
  await build();
  writeFileSync(join(root, stamp), "");
  utimesSync(join(root, stamp), startedAt, startedAt);
  return true;
}

/** Milliseconds since 1970 of the newest change in a file or folder, tests aside; 0 when there is none. */
function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return /\.test\.tsx?$|\.snap$/.test(path) ? 0 : stat.mtimeMs;
  const inside = readdirSync(path).map((name) => changedAt(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

async function buildServer(): Promise<void> {
  const esbuild = await import("esbuild");
  const outdir = join(root, `dist/server-${process.pid}`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: {
      cli: "server/cli/main.ts",
      "report-worker": "server/report/report-worker.ts",
      "publication-worker": "server/publication/publication-worker.ts",
      "save-worker": "server/answering/save-worker.ts",
    },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22.18",
    packages: "external",
    sourcemap: "linked",
    jsx: "automatic",
    logLevel: "warning",
  });
  replaceFolder(outdir, join(root, "dist/server"));
}

/** Two processes that build at the same time each bring a whole folder; the later one stands. */
function replaceFolder(from: string, to: string): void {
  const aside = `${from}-old`;
  if (existsSync(to)) renameSync(to, aside);
  renameSync(from, to);
  rmSync(aside, { recursive: true, force: true });
}

/** React as it is in production, also when a test run builds, whose environment asks for the slower one that warns. */
async function buildWeb(): Promise<void> {
  const vite = await import("vite");
  const { NODE_ENV: before } = process.env;
  process.env["NODE_ENV"] = "production";
  try {
    await vite.build({ root: join(root, "web"), configFile: join(root, "vite.config.ts"), logLevel: "error" });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}

if (import.meta.main) {
  const names = process.argv.slice(2).filter((argument): argument is BundleName => argument in bundles);
  const wanted = names.length > 0 ? names : (["server", "web"] as const);
  if (!process.argv.includes("--if-stale")) {
    for (const name of wanted) rmSync(join(root, bundles[name].stamp), { force: true });
  }
  for (const name of wanted) if (await buildIfStale(name)) console.error(`Byggde dist/${name}.`);
}
