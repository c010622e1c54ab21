import { expect, test } from "vitest";
import { datasetOf, studyOf } from "../../tests/fixtures/dataset.ts";
import { knowledgeOf } from "./knowledge.ts";
import { personCells } from "./person-cells.ts";

const PARTIES = ["p0", "p1"].map((id) => ({ id, kind: "youth_clinic" as const, name: id, municipalities: ["1492"] }));

/** Two parties of one municipality, and what each says that it shares with the other. */
function known(one: { n: number; shared: number }, other: { n: number; shared: number }) {
  const answer = (party: string, of: string, { n, shared }: typeof one) => ({
    party,
    municipality: "1492",
    cells: { n_known: n },
    pairs: { n_overlap: { [of]: shared } },
  });
  const data = datasetOf({
    study: studyOf(PARTIES, { municipalities: ["1492"] }),
    names: { "1492": "Åmål" },
    answers: [answer("p0", "p1", one), answer("p1", "p0", other)],
  });
  return knowledgeOf(data, personCells(data)).map(({ terms, low, high }) =>
    [low, terms.map(([{ id }, by]) => `${by} ${id}`).join(" + "), high].join(" ≤ "),
  );
}

test("what two parties share is at most what each knows", () => {
  expect(known({ n: 9, shared: 2 }, { n: 7, shared: 3 })).toEqual([
    "-Infinity ≤ 1 n_overlap.p1|p0|1492 + -1 n_known|p0|1492 ≤ 0",
    "-Infinity ≤ 1 n_overlap.p1|p0|1492 + -1 n_known|p1|1492 ≤ 0",
    "-Infinity ≤ 1 n_overlap.p0|p1|1492 + -1 n_known|p1|1492 ≤ 0",
    "-Infinity ≤ 1 n_overlap.p0|p1|1492 + -1 n_known|p0|1492 ≤ 0",
  ]);
});

test("two parties that say the same of each other are known to, once", () => {
  const same = known({ n: 9, shared: 3 }, { n: 7, shared: 3 });
  expect(same.filter((one) => one.startsWith("0"))).toEqual([
    "0 ≤ 1 n_overlap.p1|p0|1492 + -1 n_overlap.p0|p1|1492 ≤ 0",
  ]);
});

// p0 says 8 of the 7 whom p1 knows: then nobody can take it for granted that they are at most those 7.
test("what does not hold in the answers is not taken for granted", () => {
  expect(known({ n: 9, shared: 8 }, { n: 7, shared: 3 })).not.toContain(
    "-Infinity ≤ 1 n_overlap.p1|p0|1492 + -1 n_known|p1|1492 ≤ 0",
  );
});
