/** A fresh installation in a folder of its own, served by the program as it is delivered. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../server/root.ts";

const CLI = join(projectRoot, "server", "behovskartan.js");

export interface Installation {
  readonly port: number;
  readonly folder: string;
  readonly process: ChildProcess;
  /** An API token of an administrator. */
  readonly token: string;
  close(): Promise<void>;
}

export interface BenchStudy {
  readonly id: string;
  readonly municipalities: readonly string[];
  readonly parties: readonly {
    readonly id: string;
    readonly kind: string;
    readonly municipalities: readonly string[];
  }[];
}

/** A study in which every party covers every municipality: their product is the number of answers asked for. */
export function benchStudy(municipalities: readonly string[], parties: number): BenchStudy & Record<string, unknown> {
  const kinds = ["social_services", "employment_service", "social_insurance", "primary_care", "child_psychiatry"];
  return {
    id: "bench",
    title: "Mätning",
    target_group: { age_min: 16, age_max: 25, description: "Påhittad grupp" },
    reference_period: { from: "2026-01-01", to: "2026-09-30" },
    municipalities,
    parties: Array.from({ length: parties }, (_, index) => ({
      id: `part-${index}`,
      kind: kinds[index % kinds.length] ?? "other",
      name: `Part ${index}`,
      municipalities,
    })),
    instruments: [{ instrument: "party", version: 1 }],
  };
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export const runCli = (folder: string, ...words: string[]): string =>
  execFileSync(process.execPath, [CLI, ...words], { env: environment(folder), encoding: "utf8" }).trim();

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: folder,
  RATE_LIMIT: "off",
  LOG_LEVEL: "error",
  NODE_ENV: "production",
});

/** Installs a study and serves it. */
export async function install(study: BenchStudy): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-bench-"));
  const file = join(folder, "study.json");
  writeFileSync(file, JSON.stringify(study));
  runCli(folder, "study", "create", file);
  runCli(folder, "user", "add", "bench@example.se", "--role", "admin");
  const token = runCli(folder, "user", "token", "bench@example.se", "--name", "bench").split(/\s+/).at(-1) ?? "";
  const port = await freePort();
  const child = spawn(process.execPath, [CLI, "serve"], {
    env: { ...environment(folder), PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await until(async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok);
  return {
    port,
    folder,
    process: child,
    token,
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answering links, one for each place asked for: their tokens. */
export async function makeLinks(
  installation: Installation,
  study: string,
  places: readonly { readonly party: string; readonly municipality: string }[],
): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (const place of places) {
    const response = await fetch(`http://127.0.0.1:${installation.port}/api/studies/${study}/links`, {
      method: "POST",
      headers: { authorization: `Bearer ${installation.token}`, "content-type": "application/json" },
      body: JSON.stringify({ instrument: "party", ...place }),
    });
    const link = (await response.json()) as { url?: string; message?: string };
    const token = link.url?.split("/").at(-1);
    if (token === undefined) throw new Error(`no link: ${response.status} ${link.message ?? ""}`);
    tokens.push(token);
  }
  return tokens;
}

async function until(ready: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    const isReady = await ready().catch(() => false);
    if (isReady) return;
    if (performance.now() > end) throw new Error("the server did not answer within 20 seconds");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
