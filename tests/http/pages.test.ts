import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pages } from "../../server/http/pages.ts";

const folder = mkdtempSync(join(tmpdir(), "behovskartan-web-"));
const server = createServer();
let url = "";

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "answer.html"), "<title>Svara</title>");
  writeFileSync(join(folder, "assets/answer-abc.js"), "alert(1)");
  writeFileSync(join(folder, "assets/answer-abc.js.br"), brotliCompressSync("alert(2)"));
  writeFileSync(join(folder, ".stamp"), "secret");
  server.on("request", express().use(pages(folder)));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const headersOf = (response: Response, ...names: readonly string[]) => names.map((name) => response.headers.get(name));

test("a link opens the page of its kind, which no cache keeps unasked and no search engine lists", async () => {
  const page = await fetch(`${url}/svara/ett-token`);
  expect(await page.text()).toBe("<title>Svara</title>");
  expect(headersOf(page, "cache-control", "x-robots-tag")).toEqual(["no-cache", "noindex"]);
});

test("scripts are kept for a year, compressed for whoever takes that", async () => {
  const packed = await fetch(`${url}/assets/answer-abc.js`, { headers: { "accept-encoding": "br" } });
  expect(await packed.text()).toBe("alert(2)");
  expect(headersOf(packed, "content-encoding", "vary")).toEqual(["br", "Accept-Encoding"]);
  expect(packed.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect(packed.headers.get("cache-control")).toContain("immutable");
  const plain = await fetch(`${url}/assets/answer-abc.js`, { headers: { "accept-encoding": "identity" } });
  expect(await plain.text()).toBe("alert(1)");
  expect(headersOf(plain, "content-encoding", "vary")).toEqual([null, "Accept-Encoding"]);
});

test("hidden files, other folders and pages that are not built are not given", async () => {
  for (const path of ["/.stamp", "/assets/%2e%2e/.stamp", "/assets/..%2f.stamp", "/package.json"]) {
    expect((await fetch(url + path)).status).toBeGreaterThanOrEqual(400);
  }
  expect((await fetch(`${url}/utredning`)).status).toBe(503);
});
