/** From the dictionary of an instrument to the columns of one study and municipality. */
import type { Category } from "./codes.ts";
import type { CategorySpec, Dictionary, Variable, VariableSpec } from "./dictionary.ts";
import { categoriesFrom, partiesOf } from "./study-lists.ts";
import type { Place } from "./study.ts";

/**
 * One variable a column, in the order of the dictionary and, within a family, in the order of its rows.
 *
 * Families over parties have a row for every party of the municipality but `place.party`; without a party, for all.
 */
export function expandDictionary(dictionary: Dictionary, place: Place): readonly Variable[] {
  return Object.entries(dictionary).flatMap(([base, spec]) => {
    const shared = sharedPart(base, spec, place);
    if (spec.over === undefined) return [{ ...shared, name: base, path: spec.path, ...askedWhen(dictionary, spec) }];
    return rowsOf(spec.over, place).map((row) => ({
      ...shared,
      name: `${base}.${row.code}`,
      row: row.code,
      rowLabel: row.label,
      path: fillRow(spec.path, row.code),
      ...(spec.over === "parties" ? { overParties: true as const, ...aliasOf(row.code, place) } : {}),
      ...askedWhen(dictionary, spec, row.code),
    }));
  });
}

const rowsOf = (over: NonNullable<VariableSpec["over"]>, place: Place): readonly Category[] =>
  typeof over === "string" ? categoriesFrom(over, place) : over;

const fillRow = (path: readonly string[], row: string | undefined): readonly string[] =>
  row === undefined ? path : path.map((step) => step.replaceAll("*", row));

/** The kind of a party that is alone of its kind in the municipality, unless a party is called so. */
function aliasOf(id: string, place: Place): { alias?: string } {
  const parties = partiesOf(place);
  const kind = parties.find((party) => party.id === id)?.kind;
  const isAlone = kind !== undefined && parties.filter((party) => party.kind === kind).length === 1;
  return isAlone && !parties.some((party) => party.id === kind) ? { alias: kind } : {};
}

function askedWhen(dictionary: Dictionary, spec: VariableSpec, row?: string): Pick<Variable, "askedWhen"> {
  if (!spec.askedWhen) return {};
  const { variable, ...when } = spec.askedWhen;
  const path = dictionary[variable]?.path;
  if (!path) throw new RangeError(`invalid askedWhen; no such variable in the dictionary: ${variable}`);
  return { askedWhen: { path: fillRow(path, row), ...when } };
}

type SharedPart = Omit<Variable, "name" | "row" | "rowLabel" | "path" | "overParties" | "alias" | "askedWhen">;

function sharedPart(base: string, spec: VariableSpec, place: Place): SharedPart {
  return {
    base,
    kind: spec.kind,
    label: spec.label,
    categories: categoriesOf(spec, place),
    ordered: spec.kind === "single" && spec.ordered,
    persons: spec.persons === true,
    personal: spec.personal === true,
    ...(spec.instead === undefined ? {} : { instead: spec.instead }),
    ...limitsOf(spec),
  };
}

function categoriesOf(spec: VariableSpec, place: Place): readonly CategorySpec[] {
  if (spec.kind !== "single" && spec.kind !== "multiple" && spec.kind !== "ranking") return [];
  const listed = typeof spec.categories === "string" ? categoriesFrom(spec.categories, place) : spec.categories;
  return spec.kind !== "ranking" && spec.also ? [...listed, ...spec.also] : listed;
}

function limitsOf(spec: VariableSpec): Pick<Variable, "unit" | "whole" | "min" | "max" | "maxLength" | "places"> {
  if (spec.kind === "number") return { unit: spec.unit, whole: spec.whole, min: spec.min, max: spec.max };
  if (spec.kind === "text") return { maxLength: spec.maxLength };
  if (spec.kind === "ranking") return { places: spec.places };
  return {};
}
