import { expect, test } from "vitest";
import { pageAfter } from "./page-after.ts";

test.each([
  ["/utredning/exempel/rapport?kommun=1492", "/utredning/exempel/rapport?kommun=1492"],
  ["/utredning", "/utredning"],
  [null, "/utredning"],
  ["//annan.example/utredning", "/utredning"],
  ["https://annan.example/", "/utredning"],
  ["/utredningar-pa-annan-plats", "/utredning"],
])("signing in with the wish for %s leads to %s", (till, expected) => {
  expect(pageAfter(till)).toBe(expected);
});
