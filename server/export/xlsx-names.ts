/** Names of sheets as Excel takes them: 1 to 31 characters, without : \ / ? * [ ], no apostrophe at the ends, not "History". */

const LONGEST = 31;
const FORBIDDEN = /[:\\/?*[\]\p{Cc}]/u;

export const isLegalName = (name: string): boolean =>
  name.length >= 1 &&
  name.length <= LONGEST &&
  !FORBIDDEN.test(name) &&
  !/^'|'$/.test(name) &&
  name.trim() === name &&
  name.toLowerCase() !== "history";

/** One legal name for each, all different however the case is written; cut at a word where there is one. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken: string[] = [];
  for (const each of wanted) taken.push(freeName(legal(each), taken));
  return taken;
}

/** The name of the sheet on which a table goes on: `2.1 Antal kända (2)`. */
export const continuedName = (name: string, part: number, taken: readonly string[]): string =>
  freeName(ended(name, ` (${part})`), taken);

function freeName(name: string, taken: readonly string[]): string {
  const has = (candidate: string) => taken.some((other) => other.toLowerCase() === candidate.toLowerCase());
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : ended(name, ` ${i}`);
    if (!has(candidate)) return candidate;
  }
}

function legal(text: string): string {
  const clean = text
    .replaceAll(new RegExp(FORBIDDEN, "gu"), " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^['\s]+/, "");
  const name = cut(clean, LONGEST);
  return name === "" || name.toLowerCase() === "history" ? `Blad ${name}`.trim() : name;
}

const ended = (name: string, ending: string): string => `${cut(name, LONGEST - ending.length)}${ending}`;

/** At most so many UTF-16 units: whole words if more than half is left, never half a letter. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return tidy(text);
  const letters = [...text];
  let short = "";
  for (const letter of letters) {
    if (short.length + letter.length > longest) break;
    short += letter;
  }
  const words = /\s/.test(text.charAt(short.length)) ? short : short.replace(/\s+\S*$/, "");
  let name = tidy(words.length > longest / 2 ? words : short);
  while (LEADS_ON.test(name)) name = tidy(name.replace(LEADS_ON, ""));
  return name;
}

/** A name that is cut does not end in a word that leads on to the next. */
const LEADS_ON = /\s(?:av|det|efter|en|ett|från|för|hos|i|med|och|på|till|vad|varje)$/;

const tidy = (text: string): string => text.replace(/['\s,–-]+$/, "");
