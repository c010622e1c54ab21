import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import survey from "../../survey-definitions/voice/v1/survey.json" with { type: "json" };
import { Face, FACED } from "./faces.tsx";

interface Asked {
  readonly name: string;
  readonly choices?: unknown;
}

const valuesOf = ({ choices }: Asked): readonly unknown[] =>
  Array.isArray(choices) ? (choices as readonly { readonly value: unknown }[]).map(({ value }) => value) : [];

test("every scale of five steps put to the young has faces, but the one where to agree is bad", () => {
  const scales = survey.pages
    .flatMap(({ elements }): readonly Asked[] => elements)
    .filter((question) => [1, 2, 3, 4, 5].every((step) => valuesOf(question).includes(step)))
    .map(({ name }) => name);
  expect(scales.filter((name) => !FACED.has(name))).toEqual(["v_help_ended_early"]);
  expect([...FACED].filter((name) => !scales.includes(name))).toEqual([]);
});

test("a face is told from its neighbours by its drawing, and says nothing to a screen reader", () => {
  const faces = [1, 2, 3, 4, 5].map((step) => renderToStaticMarkup(<Face step={step} />));
  expect(new Set(faces).size).toBe(5);
  for (const face of faces) expect(face).toContain('aria-hidden="true"');
});

test("an answer that is no step of the scale has no face", () => {
  expect(renderToStaticMarkup(<Face step="dont_know" />)).toBe("");
});
