import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { precompressed } from "./precompressed.ts";

const folder = mkdtempSync(join(tmpdir(), "precompressed-"));
const app = express();
app.use("/assets", precompressed(folder), express.static(folder, { fallthrough: false }));
const server = createServer(app);

beforeAll(async () => {
  for (const [name, text] of [
    ["a.js", "plain"],
    ["a.js.br", "as brotli"],
    ["a.js.gz", "as gzip"],
    ["b.js", "only plain"],
  ] as const) {
    writeFileSync(join(folder, name), text);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** node:http, since fetch would unpack the body. */
function get(
  path: string,
  acceptEncoding: string,
): Promise<{ body: string; encoding: unknown; type: unknown; vary: unknown }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path, headers: { "accept-encoding": acceptEncoding } }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => {
        const { "content-encoding": encoding, "content-type": type, vary } = response.headers;
        resolve({ body, encoding, type, vary });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("parts that were compressed when they were built", () => {
  it("go out as the best encoding that the browser takes, with the type of the file itself", async () => {
    expect(await get("/assets/a.js", "gzip, deflate, br")).toEqual({
      body: "as brotli",
      encoding: "br",
      type: "text/javascript; charset=utf-8",
      vary: "Accept-Encoding",
    });
    expect(await get("/assets/a.js", "gzip")).toMatchObject({ body: "as gzip", encoding: "gzip" });
  });

  it("go out plain to others, and where there is no compressed one", async () => {
    expect(await get("/assets/a.js", "identity")).toMatchObject({
      body: "plain",
      encoding: undefined,
      vary: "Accept-Encoding",
    });
    expect(await get("/assets/a.js", "br;q=0")).toMatchObject({ body: "plain" });
    expect(await get("/assets/b.js", "br, gzip")).toMatchObject({ body: "only plain", encoding: undefined });
  });
});
