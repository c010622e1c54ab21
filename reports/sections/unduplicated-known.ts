/** The bounds of every municipality, computed once for a selection: more than one section asks for them. */
import type { Dataset } from "../dataset.ts";
import type { LpSolver } from "../stats/lp.ts";
import {
  boundsOfMunicipality,
  statementsByMunicipality,
  type MunicipalityBounds,
  type Statements,
} from "./unduplicated-bounds.ts";

export interface KnownPersons {
  readonly bounds: MunicipalityBounds;
  /** Parties with a figure or a range. */
  readonly stated: number;
}

interface Remembered {
  /** Everything that the bounds follow from; what a section does not read is not in it. */
  readonly from: readonly unknown[];
  readonly known: ReadonlyMap<string, KnownPersons>;
}

const results = new WeakMap<Int32Array, Remembered>();

/**
 * By municipality, in the study's order. The arrays of a dataset are its own and never change, so what was computed from
 * the same ones is returned again.
 *
 * @param data of which parties, sizes, overlaps and population are looked at
 * @param solver results are remembered for it alone
 * @param statements of the same data, where they are at hand
 * @throws {Error} when the solver stops without an answer
 */
export function knownPersons(
  data: Dataset,
  solver: LpSolver,
  statements?: ReadonlyMap<string, Statements>,
): ReadonlyMap<string, KnownPersons> {
  const party = data.responses.get("party");
  const columns = ["n_known", "n_known_low", "n_known_high"].map((name) => party?.columns.get(name));
  const from = [solver, data.study, data.population, party?.municipality, party?.pairs.get("n_overlap"), ...columns];
  const before = party && results.get(party.party);
  if (before?.from.every((one, i) => one === from[i]) === true) return before.known;
  const known = new Map(
    [...(statements ?? statementsByMunicipality(data))].map(([municipality, of]) => [
      municipality,
      { bounds: boundsOfMunicipality(of, solver), stated: of.sizes.size },
    ]),
  );
  if (party !== undefined) results.set(party.party, { from, known });
  return known;
}
