#!/usr/bin/env node
/**
 * The command line's first step. Plain JavaScript, since it may be started by an older Node: it then goes on in the
 * Node that came with the packages. Bundles the server when the bundle is missing or older than its sources.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 18)) await start();
else startInNewerNode();

async function start() {
  if (process.send !== undefined) {
    process.once("disconnect", () => process.exit(1));
    process.channel?.unref();
  }
  const bundle = join(root, "dist/server/cli.js");
  const canBuild = existsSync(join(root, "build.ts")) && existsSync(join(root, "node_modules/esbuild"));
  if (canBuild) {
    const { buildIfStale } = await import(pathToFileURL(join(root, "build.ts")).href);
    await buildIfStale("server");
    if (process.argv.includes("--build")) await buildIfStale("web");
  } else if (!existsSync(bundle)) {
    return refuse("Paketen är inte installerade. Kör ”npm install” i projektets mapp.");
  }
  await import(pathToFileURL(bundle).href);
}

/** The newer Node is a child process: it gets the same streams and signals, and stops when this process does. */
function startInNewerNode() {
  const runtime = join(root, "node_modules/node/bin/node");
  if (!existsSync(runtime)) {
    return refuse(
      "Behovskartan behöver Node 22.18 eller senare. Kör ”npm install” i projektets mapp, så följer en med.",
    );
  }
  const child = spawn(runtime, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => (process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143)));
}

function refuse(message) {
  console.error(message);
  process.exitCode = 1;
}
