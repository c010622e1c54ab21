/**
 * How SurveyJS compares the values of answers in its conditions, for values that JSON can hold.
 *
 * The rules are looser than ours: "1" equals 1, capitals do not count, the order of a list does not either. They are
 * held against survey-core in tests/conditions-oracle.test.ts.
 */

/** Whether SurveyJS takes the value for empty: 0 and false are not, an object with nothing but empty values is. */
export function isEmptyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object" && value !== null) return Object.values(value).every(isEmptyValue);
  return !value && value !== 0 && value !== false;
}

const NUMERIC = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** An answer as a condition sees it: "1" is the number 1, "true" is true, and quotes around a text are taken away. */
export function conditionValue(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value !== "string" || value === "") return value;
  if (NUMERIC.test(value)) return Number(value);
  if (value.length < 2) return value;
  const lower = value.toLowerCase();
  if (lower === "true" || lower === "false") return lower === "true";
  return /^['"].*['"]$/s.test(value) ? value.slice(1, -1) : value;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isNothing = (value: unknown): boolean => value === undefined || value === null;
const isNumeric = (value: unknown): boolean =>
  !isNothing(value) && !Array.isArray(value) && !isObject(value) && !Number.isNaN(Number(value));

/** Whether two values count as the same. */
export function equalValues(x: unknown, y: unknown): boolean {
  if (x === y) return true;
  if (isBlankPair(x, y) || isBlankPair(y, x)) return true;
  if (typeof x === "string" && typeof y === "string") return foldText(x) === foldText(y);
  if (isNumeric(x) && isNumeric(y) && sameNumber(x, y)) return true;
  if (isEmptyValue(x) !== isEmptyValue(y)) return false;
  if (typeof x === "boolean" && typeof y === "string") return String(x) === y.toLowerCase();
  if (typeof y === "boolean" && typeof x === "string") return String(y) === x.toLowerCase();
  if (!isObject(x) && !isObject(y)) return looselyEqual(x, y);
  if (!isObject(x) || !isObject(y)) return false;
  if (Array.isArray(x) && Array.isArray(y)) return equalLists(x, y);
  return equalObjects(x as Record<string, unknown>, y as Record<string, unknown>);
}

const FOLDED = /^[a-z0-9_]*$/;

/** Codes are nearly always written as they compare. */
const foldText = (text: string): string => (FOLDED.test(text) ? text : text.trim().toLowerCase());

const isBlankPair = (x: unknown, y: unknown): boolean =>
  (isNothing(x) && y === "") || (x === undefined && Array.isArray(y) && y.length === 0);

const sameNumber = (x: unknown, y: unknown): boolean =>
  Number.parseInt(String(x), 10) === Number.parseInt(String(y), 10) &&
  Number.parseFloat(String(x)) === Number.parseFloat(String(y));

// eslint-disable-next-line eqeqeq -- SurveyJS compares like this, and the answer must be the same
const looselyEqual = (x: unknown, y: unknown): boolean => x == y;

function equalLists(x: readonly unknown[], y: readonly unknown[]): boolean {
  if (x.length !== y.length) return false;
  const [sortedX, sortedY] = [[...x].sort(), [...y].sort()];
  return sortedX.every((entry, i) => equalValues(entry, sortedY[i]));
}

function equalObjects(x: Readonly<Record<string, unknown>>, y: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(x);
  return (
    keys.length === Object.keys(y).length && keys.every((key) => Object.hasOwn(y, key) && equalValues(x[key], y[key]))
  );
}

/** Whether a list holds the value (every one of them, where it is a list), or a text holds it as a part. */
export function containsValue(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) {
    if (left.length === 0) return false;
    return (Array.isArray(right) ? right : [right]).every((wanted) => left.some((entry) => equalValues(entry, wanted)));
  }
  if (!left && left !== 0 && left !== false) return false;
  if (!right) return false;
  return textOf(left).toLowerCase().includes(textOf(right).toLowerCase());
}

/** Whether SurveyJS finds that `left` does not hold `right`: an empty text or answer holds nothing and lacks nothing. */
export function lacksValue(left: unknown, right: unknown): boolean {
  if (!left && !isEmptyValue(right)) return true;
  if (Array.isArray(left)) return !containsValue(left, right);
  if (!left && left !== 0 && left !== false) return false;
  if (!right) return false;
  return !containsValue(left, right);
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join() : String(value));

/** Whether the answer, or one of several, is among the values on the right. */
export function isAnyOf(left: unknown, right: unknown): boolean {
  if (isEmptyValue(left)) return isEmptyValue(right);
  if (isEmptyValue(right)) return true;
  if (!Array.isArray(left)) return containsValue(right, left);
  if (!Array.isArray(right)) return containsValue(left, right);
  return right.some((wanted) => containsValue(left, wanted));
}

/** Whether a list holds all the values on the right. */
export function isAllOf(left: unknown, right: unknown): boolean {
  if (!left && !isEmptyValue(right)) return false;
  return Array.isArray(right) ? right.every((wanted) => containsValue(left, wanted)) : containsValue(left, right);
}

/** Whether two values stand in order; nothing is greater or less than a missing answer. */
export function isGreater(left: unknown, right: unknown): boolean {
  if (isNothing(left) || isNothing(right)) return false;
  return (left as number) > (right as number);
}
