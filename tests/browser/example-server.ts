/** The program as it is delivered, with its example study, on a port and in a folder of its own. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../server/root.ts";

export interface ExampleServer {
  readonly origin: string;
  /** The three addresses that the first start prints. */
  readonly login: string;
  readonly answer: string;
  readonly board: string;
  readonly stop: () => Promise<void>;
}

const BIN = join(projectRoot, "server/behovskartan.js");

/** What is built is taken as it stands. */
export async function startExample(): Promise<ExampleServer> {
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-browser-"));
  const port = await freePort();
  const child = spawn(process.execPath, [BIN, "serve", "--example"], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), PUBLIC_URL: "", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/svarar på http/.test(said)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => {
      reject(new Error(`the server ended with ${code}: ${said}`));
    });
  });
  await ready;
  const address = (path: string): string => {
    const found = new RegExp(`http://\\S+/${path}/\\S+`).exec(said)?.[0];
    if (found === undefined) throw new Error(`no address with /${path}/ was printed: ${said}`);
    return found;
  };
  return {
    origin: `http://localhost:${port}`,
    login: address("logga-in"),
    answer: address("svara"),
    board: address("rapport"),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a test may take that waits for it. */
export const PUBLISHED_MS = 240_000;

/** Waits until the example's report is published, which the first start begins: the page of it, as HTML. */
export async function publishedPage({ board }: ExampleServer): Promise<string> {
  const end = performance.now() + PUBLISHED_MS;
  for (;;) {
    const response = await fetch(board);
    if (response.ok) return response.text();
    if (performance.now() > end) throw new Error(`the example was not published: ${response.status}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });
}
