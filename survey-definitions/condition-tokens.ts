/** The words of a condition. */

export type Token =
  | { readonly kind: "name"; readonly text: string; readonly from: number }
  | { readonly kind: "literal"; readonly text: string; readonly from: number; readonly value: unknown }
  | { readonly kind: "operator"; readonly text: string; readonly from: number };

const PATTERN =
  /\{(?<name>[^{}]+)\}|'(?<single>[^'\\]*)'|"(?<double>[^"\\]*)"|(?<number>-?\d+(?:\.\d+)?(?![\w.]))|(?<word>[A-Za-z]+)|(?<sign><>|==|!=|>=|<=|[=<>!()[\],])/y;

const WORDS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "empty",
  "notempty",
  "contains",
  "notcontains",
  "anyof",
  "noneof",
  "allof",
]);

/** Names SurveyJS gives a meaning that this reader does not. */
const OTHER_SCOPES = /^(panel|parentPanel|survey|self|\$|#)|[[\]+\s]/;

/** The words in order, or why the text cannot be read, in Swedish. */
export function readTokens(text: string): readonly Token[] | { readonly refused: string } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = /^\s+/.exec(text.slice(at));
    if (blank) {
      at += blank[0].length;
      continue;
    }
    PATTERN.lastIndex = at;
    const found = PATTERN.exec(text);
    const token = found?.groups && tokenOf(found[0], found.groups, at);
    if (!token)
      return { refused: `Det går inte att läsa villkoret från tecken ${at + 1}: ”${text.slice(at, at + 20)}”.` };
    tokens.push(token);
    at += found[0].length;
  }
  return tokens;
}

function tokenOf(text: string, groups: Partial<Record<string, string>>, from: number): Token | undefined {
  const { name, single, double, number, word, sign } = groups;
  if (name !== undefined) return OTHER_SCOPES.test(name) ? undefined : { kind: "name", text: name, from };
  if (single !== undefined || double !== undefined) return { kind: "literal", text, from, value: single ?? double };
  if (number !== undefined) return { kind: "literal", text, from, value: Number(number) };
  if (word !== undefined) return WORDS.has(word) ? { kind: "operator", text: word, from } : undefined;
  return sign === undefined ? undefined : { kind: "operator", text: sign, from };
}
