/** Installs the packages when they are missing or older than the lock file. Runs on any Node, before there are any. */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

const root = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const changedAt = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** npm writes this file last, so a stopped installation is begun again. */
const installedAt = changedAt("node_modules/.package-lock.json");
const stale = installedAt === 0 || installedAt < changedAt("package-lock.json");
const runtimeMissing = changedAt("node_modules/node/bin/node") === 0;

if (stale || runtimeMissing) {
  console.error("Installerar paketen (npm install). Det görs en gång och tar någon minut.");
  // --no-save: the lock file is what was reviewed; installing does not change it.
  const npm = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    // npm is a .cmd file on Windows, which only a shell runs.
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm install misslyckades. Rätta det som står ovan och försök igen.");
    process.exitCode = 1;
  }
}
