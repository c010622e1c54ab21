/** Small checks of JSON that was read from a file: each throws `ShapeError` with where it stands. */

/** `path` is where in the file: "sections[2].tables[0].rows[5]". */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
  readonly path: string;

  constructor(path: string, expected: string) {
    super(`${path === "" ? "the whole" : path}: not ${expected}`);
    this.path = path;
  }
}

export type Check<T> = (value: unknown, path: string) => asserts value is T;

export const text: Check<string> = (value, path) => {
  if (typeof value !== "string") throw new ShapeError(path, "a text");
};
export const truth: Check<boolean> = (value, path) => {
  if (typeof value !== "boolean") throw new ShapeError(path, "true or false");
};
export const number: Check<number> = (value, path) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new ShapeError(path, "a number");
};
export const count: Check<number> = (value, path) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new ShapeError(path, "a whole number, 0 or more");
};

export const textLike =
  (pattern: RegExp, expected: string): Check<string> =>
  (value, path) => {
    if (typeof value !== "string" || !pattern.test(value)) throw new ShapeError(path, expected);
  };
export const isoDate = textLike(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date");
export const sha256 = textLike(/^[0-9a-f]{64}$/, "a SHA-256");

export const oneOf =
  <const T extends string | number | boolean>(...allowed: readonly T[]): Check<T> =>
  (value, path) => {
    if (!allowed.some((one) => one === value)) throw new ShapeError(path, `one of ${allowed.join(", ")}`);
  };

export const either =
  <A, B>(first: Check<A>, second: Check<B>): Check<A | B> =>
  (value, path) => {
    const check: Check<unknown> = first;
    try {
      check(value, path);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      const other: Check<unknown> = second;
      other(value, path);
    }
  };

export const list =
  <T>(item: Check<T>): Check<readonly T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new ShapeError(path, "a list");
    const check: Check<unknown> = item;
    value.forEach((one, i) => check(one, `${path}[${i}]`));
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object used as a map. */
export const record =
  <T>(item: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value, path) => {
    if (!isObject(value)) throw new ShapeError(path, "an object");
    const check: Check<unknown> = item;
    for (const [key, one] of Object.entries(value)) check(one, `${path}.${key}`);
  };

/** Only in `shape`: the key may be absent. */
export interface OptionalCheck<T> {
  readonly optional: Check<T>;
}
export const optional = <T>(check: Check<T>): OptionalCheck<T> => ({ optional: check });

type Checks<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? OptionalCheck<Exclude<T[K], undefined>> : Check<T[K]>;
};

/** An object with these keys and no other. */
export const shape =
  <T>(checks: Checks<T>): Check<T> =>
  (value, path) => {
    if (!isObject(value)) throw new ShapeError(path, "an object");
    const known = Object.entries<OptionalCheck<unknown> | Check<unknown>>(checks);
    for (const [key, rule] of known) {
      const at = path === "" ? key : `${path}.${key}`;
      const one = Object.hasOwn(value, key) ? value[key] : undefined;
      if (typeof rule !== "function" && one === undefined) continue;
      const check: Check<unknown> = typeof rule === "function" ? rule : rule.optional;
      check(one, at);
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(checks, key)) throw new ShapeError(path === "" ? key : `${path}.${key}`, "known here");
    }
  };
