/** Texts of two versions: rewording is cosmetic, another figure or unit in them is another question. */
import { isJson, type Json } from "./definition-tree.ts";
import type { DefinitionChange } from "./definition-change.ts";

export type TextChange = Pick<DefinitionChange, "class" | "message">;

/** One change a property whose text differs. A property may be a text or texts by language. */
export function compareTexts(before: Json, after: Json, properties: readonly string[]): readonly TextChange[] {
  return properties.flatMap((property) => {
    const [old, now] = [byLanguage(before[property]), byLanguage(after[property])];
    const languages = [...new Set([...old.keys(), ...now.keys()])];
    return languages.flatMap((language): readonly TextChange[] => {
      const [was, is] = [old.get(language), now.get(language)];
      if (was === is) return [];
      if (was === undefined && language !== DEFAULT && old.size > 0)
        return [{ class: "compatible", message: `Texten finns nu på ett språk till: ${language}.` }];
      return [textChange(was ?? "", is ?? "")];
    });
  });
}

const DEFAULT = "default";

/** The text without a language and the Swedish one are the same thing. */
function byLanguage(value: unknown): ReadonlyMap<string, string> {
  if (typeof value === "string") return new Map([[DEFAULT, value]]);
  if (!isJson(value)) return new Map();
  return new Map(
    Object.entries(value).map(([language, text]) => [language === "sv" ? DEFAULT : language, String(text)]),
  );
}

function textChange(was: string, is: string): TextChange {
  const said = `”${was}” har blivit ”${is}”`;
  return measuresOf(was) === measuresOf(is)
    ? { class: "cosmetic", message: `${said}.` }
    : { class: "meaning", message: `${said}: en annan siffra, enhet eller tid, alltså en annan fråga.` };
}

const UNIT_WORDS =
  /(?<!\p{L})(?:dag|dygn|veck|månad|kvartal|termin|år(?!e\p{L})|timm|minut|kron|tusental|tkr|mkr|procent|andel|%|day|week|month|year|hour|percent)\p{L}*/giu;
const WORD_STEM = 4;

/** Figures and units of a text, in order of the alphabet: what a number in the answer is a number of. */
function measuresOf(text: string): string {
  const figures = text.match(/\d+(?:[.,]\d+)?/gu) ?? [];
  const units = (text.match(UNIT_WORDS) ?? []).map((word) => word.toLowerCase().slice(0, WORD_STEM));
  return [...figures, ...new Set(units)].sort().join(" ");
}

const SAME_LABEL = 0.5;
const DENIALS = /(?<!\p{L})(?:inte|ej|aldrig|ingen|inget|inga|icke|not|never|no)(?!\p{L})/giu;

/**
 * Whether a label may still stand for the same code: the same figures, units and denials, and at least half of the
 * letter pairs in common (Dice's coefficient over pairs of letters, Dice 1945).
 */
export function isSameLabel(was: string, is: string): boolean {
  const denials = (text: string) => (text.match(DENIALS) ?? []).length;
  return measuresOf(was) === measuresOf(is) && denials(was) === denials(is) && diceOf(was, is) >= SAME_LABEL;
}

function diceOf(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.length + right.length === 0) return 1;
  const free = [...right];
  const shared = left.filter((pair) => {
    const at = free.indexOf(pair);
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

function pairsOf(text: string): readonly string[] {
  const letters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")];
  return letters.slice(1).map((letter, i) => `${letters[i] ?? ""}${letter}`);
}
