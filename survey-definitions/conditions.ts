/**
 * The conditions of our definitions (`visibleIf`), compiled into functions.
 *
 * Of SurveyJS's expression language this takes what our definitions use: `{a}`, `{a.b}`, `{row.x}`, `{item}`; texts,
 * numbers, lists; `= <> > >= < <= empty notempty contains notcontains anyof noneof allof`; `!`, `and`,
 * `or`, parentheses. Anything else is refused, so that no condition is read otherwise here than on the page.
 */
import { valueAt } from "./answer-paths.ts";
import { readTokens, type Token } from "./condition-tokens.ts";
import {
  conditionValue,
  containsValue,
  equalValues,
  isAllOf,
  isAnyOf,
  isEmptyValue,
  isGreater,
  lacksValue,
} from "./survey-values.ts";

/** What names in a condition may mean: answers by question, then values that the page sets, such as `party_id`. */
export interface Scope {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** Columns of the matrix row at hand: `{row.x}`. */
  readonly row?: Readonly<Record<string, unknown>>;
  /** Code of the row or choice at hand: `{item}`. */
  readonly item?: string;
}

type Evaluate = (scope: Scope) => unknown;

export interface Condition {
  /** Names in the order of their first use, as they stand between the braces. */
  readonly names: readonly string[];
  holds(scope: Scope): boolean;
}

/** Why a condition was refused, in Swedish. */
export interface ConditionRefusal {
  readonly refused: string;
}

const BINARY: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  "=": equalValues,
  "<>": (left, right) => !equalValues(left, right),
  ">": isGreater,
  "<": (left, right) => isGreater(right, left),
  ">=": (left, right) => equalValues(left, right) || isGreater(left, right),
  "<=": (left, right) => equalValues(left, right) || isGreater(right, left),
  contains: containsValue,
  notcontains: lacksValue,
  anyof: isAnyOf,
  noneof: (left, right) => !isAnyOf(left, right),
  allof: isAllOf,
};

const SAME_OPERATOR: Readonly<Record<string, string>> = { "==": "=", "!=": "<>" };

/** Compiles one condition, or says why it cannot. */
export function compileCondition(text: string): Condition | ConditionRefusal {
  const tokens = readTokens(text);
  if ("refused" in tokens) return tokens;
  const parser = new Parser(tokens);
  const evaluate = parser.parseAll();
  if (evaluate === undefined) return { refused: parser.refusal ?? "Villkoret går inte att läsa." };
  return { names: [...parser.names], holds: (scope) => Boolean(evaluate(scope)) };
}

/** Recursive descent: or ← and ← term ← operand. A method returns undefined once something was refused. */
class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];
  readonly names = new Set<string>();
  refusal: string | undefined;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parseAll(): Evaluate | undefined {
    if (this.tokens.length === 0) return this.refuse("Villkoret är tomt.");
    const evaluate = this.parseOr();
    if (evaluate && this.at < this.tokens.length) return this.refuseHere();
    return evaluate;
  }

  private parseOr(): Evaluate | undefined {
    let left = this.parseAnd();
    while (left && this.take("or")) {
      const [first, second] = [left, this.parseAnd()];
      left = second && ((scope) => first(scope) || second(scope));
    }
    return left;
  }

  private parseAnd(): Evaluate | undefined {
    let left = this.parseTerm();
    while (left && this.take("and")) {
      const [first, second] = [left, this.parseTerm()];
      left = second && ((scope) => first(scope) && second(scope));
    }
    return left;
  }

  private parseTerm(): Evaluate | undefined {
    if (this.take("!")) {
      const inner = this.peekIs("(") ? this.parseGroup() : this.parseOperand();
      return inner && ((scope) => !inner(scope));
    }
    if (this.peekIs("(")) return this.parseGroup();
    const left = this.parseOperand();
    return left && this.parseComparison(left);
  }

  private parseGroup(): Evaluate | undefined {
    this.take("(");
    const inner = this.parseOr();
    return inner && (this.take(")") ? inner : this.refuseHere());
  }

  private parseComparison(left: Evaluate): Evaluate | undefined {
    if (this.take("empty")) return (scope) => isEmptyValue(left(scope));
    if (this.take("notempty")) return (scope) => !isEmptyValue(left(scope));
    const token = this.tokens[this.at];
    const compare = token?.kind === "operator" ? BINARY[SAME_OPERATOR[token.text] ?? token.text] : undefined;
    if (!compare) return left;
    this.at += 1;
    const right = this.parseOperand();
    return right && ((scope) => compare(left(scope), right(scope)));
  }

  private parseOperand(): Evaluate | undefined {
    const token = this.tokens[this.at];
    if (token?.kind === "name") {
      this.at += 1;
      this.names.add(token.text);
      const lookUp = lookupOf(token.text);
      return (scope) => conditionValue(lookUp(scope));
    }
    if (token?.kind === "literal") {
      this.at += 1;
      return () => token.value;
    }
    return this.peekIs("[") ? this.parseList() : this.refuseHere();
  }

  private parseList(): Evaluate | undefined {
    this.take("[");
    const entries: unknown[] = [];
    while (!this.take("]")) {
      const token = this.tokens[this.at];
      if (token?.kind !== "literal") return this.refuseHere();
      entries.push(token.value);
      this.at += 1;
      if (!this.take(",") && !this.peekIs("]")) return this.refuseHere();
    }
    return () => entries;
  }

  private peekIs(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === "operator" && token.text === text;
  }

  private take(text: string): boolean {
    const found = this.peekIs(text);
    if (found) this.at += 1;
    return found;
  }

  private refuseHere(): undefined {
    const token = this.tokens[this.at];
    return this.refuse(
      token ? `Oväntat ”${token.text}” vid tecken ${token.from + 1}.` : "Villkoret slutar för tidigt.",
    );
  }

  private refuse(why: string): undefined {
    this.refusal ??= why;
    return undefined;
  }
}

function lookupOf(name: string): Evaluate {
  if (name === "item") return ({ item }) => item;
  const path = name.split(".");
  const [first = "", ...rest] = path;
  if (first === "row") return ({ row }) => valueAt(row, rest);
  return ({ answers, values }) => {
    if (Object.hasOwn(answers, name)) return answers[name];
    if (Object.hasOwn(answers, first)) return valueAt(answers[first], rest);
    return Object.hasOwn(values, name) ? values[name] : undefined;
  };
}
