import { expect, test } from "vitest";
import type { StudyProposal } from "../../survey-definitions/study.ts";
import { mergeProposals } from "./merge-proposals.ts";

const proposal = (id: string, what: string): StudyProposal => ({ id, kind: "proposal", what });
const base = [proposal("a", "Inför ett team"), proposal("b", "Gör en plan")];
const texts = (proposals: readonly StudyProposal[]): string[] => proposals.map(({ id, what }) => `${id}: ${what}`);

test("changes of different proposals are both kept", () => {
  const mine = [proposal("a", "Inför ett gemensamt team"), proposal("b", "Gör en plan")];
  const theirs = [proposal("a", "Inför ett team"), proposal("b", "Gör en plan i vår"), proposal("c", "Mät igen")];
  const { proposals, conflicts } = mergeProposals(base, mine, theirs);
  expect(texts(proposals)).toEqual(["a: Inför ett gemensamt team", "b: Gör en plan i vår", "c: Mät igen"]);
  expect(conflicts).toEqual([]);
});

test("what both changed stays as I wrote it, with theirs beside it", () => {
  const { proposals, conflicts } = mergeProposals(
    base,
    [proposal("a", "Mitt"), proposal("b", "Gör en plan")],
    [proposal("a", "Deras"), proposal("b", "Gör en plan")],
  );
  expect(texts(proposals)).toEqual(["a: Mitt", "b: Gör en plan"]);
  expect(conflicts).toEqual([{ id: "a", theirs: proposal("a", "Deras") }]);
});

test("the same change by both is no conflict", () => {
  expect(mergeProposals(base, [proposal("a", "Nytt")], [proposal("a", "Nytt")]).conflicts).toEqual([]);
});

test("what one removed goes, unless the other changed it", () => {
  const removed = [proposal("b", "Gör en plan")];
  expect(texts(mergeProposals(base, removed, base).proposals)).toEqual(["b: Gör en plan"]);
  expect(texts(mergeProposals(base, base, removed).proposals)).toEqual(["b: Gör en plan"]);
  const changed = [proposal("a", "Ändrat"), proposal("b", "Gör en plan")];
  expect(texts(mergeProposals(base, removed, changed).proposals)).toEqual(["b: Gör en plan", "a: Ändrat"]);
  expect(texts(mergeProposals(base, changed, removed).proposals)).toEqual(["a: Ändrat", "b: Gör en plan"]);
});

test("what I have added stays, and my order holds", () => {
  const mine = [proposal("n", "Nytt"), ...[...base].reverse()];
  expect(texts(mergeProposals(base, mine, base).proposals)).toEqual(["n: Nytt", "b: Gör en plan", "a: Inför ett team"]);
});
