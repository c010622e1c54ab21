import { expect, test } from "vitest";
import { patternOf } from "./errors.ts";

test.each([
  ["/api/answer/abcdefghijklmnopqrstuvwxyzABCDEF/draft", "/api/answer/…/draft"],
  ["/svara/abcdefghijklmnopqrstuvwxyzABCDEF", "/svara/…"],
  ["/logga-in/abcdefghijklmnopqrstuvwxyzABCDEF", "/…/…"],
  ["/api/published/aZ/report.pdf", "/api/published/…/report.pdf"],
  ["/rapport/hemlig", "/rapport/…"],
  ["/api/responses/6f1c0a52-1111-4222-8333-944445555666/revisions/2", "/api/responses/…/revisions/…"],
  ["/api/studies", "/api/studies"],
])("%s stands in the log as %s: no token, whatever letters it has, and no id", (path, pattern) => {
  expect(patternOf(path)).toBe(pattern);
});
