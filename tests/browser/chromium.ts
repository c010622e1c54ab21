/** Finds a Chromium for the browser tests, or installs Debian's where it may; says plainly where it can do neither. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** No sandbox, since tests may run as root; and nothing that looks for hosts of its own. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;

const PLACES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const find = (): string | undefined => PLACES.find((path) => path !== undefined && existsSync(path));

/** @throws {Error} that says what to do, when there is no Chromium and none can be installed */
export function chromiumPath(): string {
  const found = find();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    execFileSync("apt-get", ["update"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { stdio: "ignore" });
  }
  const installed = find();
  if (installed !== undefined) return installed;
  throw new Error(
    "The browser tests need Chromium and found none. Install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.",
  );
}

/** A browser that reaches this machine only. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...FLAGS],
  });
}
