/** The counts of the party questionnaire, as the declarations ask for them. */
import type { Responses } from "../../dataset.ts";
import type { TableCell } from "../../section.ts";
import type { Declared } from "../claims.ts";
import type { PersonCell, Terms } from "../person-cells.ts";

export interface PartyAnswers {
  /** Positions of the answers of one municipality, by its code. */
  in(municipality: TableCell | undefined): readonly number[];
  /** The answer of a party in a municipality. */
  by(party: TableCell | undefined, municipality: TableCell | undefined): number | undefined;
  /** Positions of the answers of one party, by its id. */
  from(party: TableCell | undefined): readonly number[];
  readonly all: readonly number[];
  cell(variable: string, row: number | undefined): PersonCell | undefined;
}

export function partyAnswers({ data, people }: Pick<Declared, "data" | "people">): PartyAnswers {
  const party: Responses | undefined = data.responses.get("party");
  const all = Array.from({ length: party?.n ?? 0 }, (_, row) => row);
  const placeOf = (row: number) => data.study.municipalities[party?.municipality[row] ?? -1];
  const partyOf = (row: number) => data.study.parties[party?.party[row] ?? -1]?.id;
  const [byPlace, byParty] = [Map.groupBy(all, placeOf), Map.groupBy(all, partyOf)];
  // As the tables do, the last answer of a party in a municipality goes before others.
  const byBoth = new Map(all.map((row) => [`${partyOf(row) ?? ""}|${placeOf(row) ?? ""}`, row]));
  const text = (cell: TableCell | undefined) => (typeof cell === "string" ? cell : undefined);
  return {
    in: (municipality) => byPlace.get(text(municipality)) ?? [],
    by: (id, municipality) => byBoth.get(`${text(id) ?? ""}|${text(municipality) ?? ""}`),
    from: (id) => byParty.get(text(id)) ?? [],
    all: all.filter((row) => placeOf(row) !== undefined),
    cell: (variable, row) => (row === undefined ? undefined : people.at("party", variable, row)),
  };
}

/** One count each that is stated, by itself. */
export const each = (cells: readonly (PersonCell | undefined)[]): Terms =>
  cells.flatMap((cell) => (cell === undefined ? [] : [[cell, 1] as const]));
