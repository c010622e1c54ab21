import type { Answers } from "../../survey-definitions/wire.ts";

interface Element {
  readonly name?: string;
  readonly elements?: readonly Element[];
}

/**
 * The part to go on with, from 1: the last one where something is answered, worked out from the definition alone.
 * Without any answer it is the first.
 */
export function partToResume(definition: Readonly<Record<string, unknown>>, answers: Answers): number {
  const pages = Array.isArray(definition["pages"]) ? (definition["pages"] as readonly Element[]) : [];
  return Math.max(1, pages.findLastIndex((page) => holdsAnswer(page, answers)) + 1);
}

function holdsAnswer({ name, elements }: Element, answers: Answers): boolean {
  if (elements === undefined) return name !== undefined && answers[name] !== undefined;
  return elements.some((element) => holdsAnswer(element, answers));
}
