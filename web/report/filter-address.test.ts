import { expect, test } from "vitest";
import { apiQuery, filterFrom, pageQuery } from "./filter-address.ts";

test("a selection survives its own address", () => {
  const filter = { municipalities: ["1492", "1487"], parties: ["bup", "social_services"] };
  expect(pageQuery(filter)).toBe("?kommun=1492,1487&part=bup,social_services");
  expect(filterFrom(new URLSearchParams(pageQuery(filter)))).toEqual(filter);
});

test("several values may be repeated or joined, and empty ones say nothing", () => {
  expect(filterFrom(new URLSearchParams("kommun=1492&kommun=1487,&part="))).toEqual({
    municipalities: ["1492", "1487"],
    parties: [],
  });
});

test("everything is no query at all", () => {
  expect(pageQuery({ municipalities: [], parties: [] })).toBe("");
});

test("the report's API has its own words for the same", () => {
  expect(apiQuery({ municipalities: ["1492"], parties: ["a&b"] })).toBe("?municipality=1492&party=a%26b");
});

test("some sections of the report are asked for by their ids", () => {
  const everything = { municipalities: [], parties: [] };
  expect(apiQuery(everything, ["group-size", "gaps"])).toBe("?section=group-size,gaps");
});
