import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = import.meta.dirname;
const released = JSON.parse(readFileSync(join(ROOT, "released.json"), "utf8")) as Record<string, string>;

describe("released definitions", () => {
  const hashOf = (version: string): string =>
    createHash("sha256")
      .update(readFileSync(join(ROOT, version, "survey.json")))
      .digest("hex");

  test.each(Object.entries(released))("%s has not changed by one byte since its release", (version, sha256) => {
    expect(hashOf(version)).toBe(sha256);
  });

  test("every definition is released", () => {
    const found = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith("survey.json"),
    );
    expect(found.map((path) => path.replace("/survey.json", "")).toSorted()).toEqual(Object.keys(released).toSorted());
  });
});
