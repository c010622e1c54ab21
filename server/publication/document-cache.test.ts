import { expect, test } from "vitest";
import { createDocumentCache } from "./document-cache.ts";

const of = (length: number) => () => Promise.resolve(new Uint8Array(length));

test("what is asked for at once is made once, and kept", async () => {
  const cache = createDocumentCache(100);
  let made = 0;
  const make = () => {
    made++;
    return of(10)();
  };
  const [a, b] = await Promise.all([cache.get("k", make), cache.get("k", make)]);
  expect(a).toBe(b);
  expect(await cache.get("k", make)).toBe(a);
  expect(made).toBe(1);
});

test("what was not used for longest makes room, and what is too large is not kept", async () => {
  const cache = createDocumentCache(100);
  const first = await cache.get("first", of(25));
  for (const key of ["b", "c", "d"]) await cache.get(key, of(25));
  expect(await cache.get("first", of(25))).toBe(first);
  const b = await cache.get("b", of(25));
  await cache.get("c", of(25));
  // The room is full: of the four, the first was used longest ago.
  const d = await cache.get("d", of(25));
  await cache.get("new", of(25));
  expect(await cache.get("b", of(25))).toBe(b);
  expect(await cache.get("d", of(25))).toBe(d);
  expect(await cache.get("first", of(25))).not.toBe(first);
  const large = await cache.get("large", of(26));
  expect(await cache.get("large", of(26))).not.toBe(large);
});

test("a failure is not kept: the next who asks tries again", async () => {
  const cache = createDocumentCache();
  await expect(cache.get("k", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await cache.get("k", of(1))).toHaveLength(1);
});
