/**
 * Counts of people as a study publishes them, of any size, the same every time: what each party knows of in each
 * municipality, its case load, ten sub-groups and ages by sex, and every sum of these.
 */
import type { CountCell, CountRelation, CountSystem } from "../reports/protection/count-system.ts";

const SUBGROUPS = 10;
const SEXES = ["women", "men"];
const AGES = ["16_19", "20_24", "25_29"];
const THRESHOLD = 5;

export function countSystem(size: { readonly municipalities: number; readonly kinds: number }): CountSystem {
  const next = sequence();
  const cells: CountCell[] = [];
  const relations: CountRelation[] = [];
  const place = new Map<string, number>();
  const add = (id: string, value: number, weight: number): number => {
    const small = value >= 1 && value < THRESHOLD && weight === 1;
    place.set(id, cells.length);
    return (
      cells.push({
        id,
        value,
        low: small ? 1 : 0,
        high: small ? THRESHOLD - 1 : Infinity,
        state: small ? "hidden" : "free",
        cost: weight * (1 + Math.log2(1 + value)),
        protection: small ? THRESHOLD - 2 : 0,
      }) - 1
    );
  };
  const sum = (id: string, parts: readonly number[]) => {
    const total = parts.reduce((all, part) => all + (cells[part]?.value ?? 0), 0);
    const cell = add(id, total, 4);
    relations.push({ terms: [...parts.map((part) => [part, 1] as const), [cell, -1]], low: 0, high: 0 });
    return cell;
  };
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  const base = new Map<string, number[][]>();
  for (const m of range(size.municipalities)) {
    const scale = 4 + 60 * next() ** 3;
    for (const k of range(size.kinds)) {
      const known = Math.floor(scale * next() * 1.6);
      const own = (variable: string, value: number) => {
        const cell = add(`${variable}|p${k}|${m}`, value, 1);
        const rows = base.get(variable) ?? [];
        (rows[m] ??= [])[k] = cell;
        base.set(variable, rows);
        return cell;
      };
      const all = own("n_known", known);
      own("caseload", Math.floor(known * (1 + 8 * next())));
      for (const g of range(SUBGROUPS)) {
        const part = own(`sub_${g}`, Math.floor(known * next() * 0.7));
        relations.push({ terms: [[all, 1], [part, -1]], low: 0, high: Infinity }); // prettier-ignore
      }
      let left = known;
      const ages = SEXES.flatMap((sex) =>
        AGES.map((age) => {
          const share = Math.min(left, Math.floor(((known * next()) / 6) * 2.2));
          left -= share;
          return own(`age_${sex}_${age}`, share);
        }),
      );
      relations.push({ terms: [[all, 1], ...ages.map((cell) => [cell, -1] as const)], low: 0, high: Infinity });
    }
  }
  for (const [variable, rows] of base) {
    const inPlaces = rows.map((row, m) => sum(`${variable}|all|${m}`, row));
    const ofKinds = range(size.kinds).map((k) => sum(`${variable}|p${k}|all`, rows.flatMap((row) => row[k] ?? []))); // prettier-ignore
    const whole = sum(`${variable}|all|all`, inPlaces);
    relations.push({ terms: [...ofKinds.map((cell) => [cell, 1] as const), [whole, -1]], low: 0, high: 0 });
  }
  // Ages whatever the sex, and sexes whatever the age, in each municipality and in all.
  for (const m of [...range(size.municipalities).map(String), "all"]) {
    const ofMunicipality = (sex: string, age: string) => place.get(`age_${sex}_${age}|all|${m}`) ?? 0;
    for (const age of AGES) sum(`age_${age}|all|${m}`, SEXES.map((sex) => ofMunicipality(sex, age))); // prettier-ignore
    for (const sex of SEXES) sum(`sex_${sex}|all|${m}`, AGES.map((age) => ofMunicipality(sex, age))); // prettier-ignore
  }
  return { cells, relations };
}

/** Numbers in [0, 1) from a linear congruential sequence (Numerical Recipes, ranqd1). */
function sequence(): () => number {
  let state = 20261122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
