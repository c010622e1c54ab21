/** What the parties say of each other, municipality by municipality. */
import { COOPERATION_FREQUENCY } from "../../survey-definitions/codes.ts";
import type { Dataset, PairCell } from "../dataset.ts";
import { describeNetwork, type Network } from "../stats/network.ts";
import { partyPlaces } from "./places.ts";

/** How often, from 0 (never) up. */
export const LEVELS: readonly string[] = COOPERATION_FREQUENCY.map(({ code }) => code);

export interface Statement {
  readonly from: string;
  readonly to: string;
  /** Index in LEVELS. */
  readonly level: number;
  readonly quality: number | undefined;
  readonly agreement: string | undefined;
}

export interface PlaceNetwork {
  readonly municipality: string;
  /** The parties that cover it, in the study's order. */
  readonly nodes: readonly string[];
  /** In the order of the parties that say and of those that it is about. */
  readonly statements: readonly Statement[];
  /** Absent where nobody has said anything, or where the parties are too many to compare in pairs. */
  readonly network: Network | undefined;
}

/** With more parties in one municipality than this, pairs are not compared: 40 000 of them say nothing to a reader. */
export const MOST_NODES = 200;

/** One element a municipality of the study. What a party leaves out about another one is unknown, not "never". */
export function placeNetworks(data: Dataset): readonly PlaceNetwork[] {
  const { municipalities } = data.study;
  const nodes = municipalities.map((): string[] => []);
  for (const { party, place } of partyPlaces(data)) nodes[place]?.push(party);
  const said = statementsByPlace(data, nodes);
  return municipalities.map((municipality, place) => {
    const [ids, statements] = [nodes[place] ?? [], said[place] ?? []];
    const ties = statements.map(({ from, to, level }) => ({ from, to, value: level }));
    const comparable = statements.length > 0 && ids.length <= MOST_NODES;
    const network = comparable ? describeNetwork({ nodes: ids, answered: [], ties }) : undefined;
    return { municipality, nodes: ids, statements, network };
  });
}

function statementsByPlace({ study, responses }: Dataset, nodes: readonly (readonly string[])[]) {
  const found = study.municipalities.map((): Statement[] => []);
  const party = responses.get("party");
  if (party === undefined) return found;
  const quality = byCell(party.pairs.get("coop_quality"));
  const agreement = byCell(party.pairs.get("coop_agreement"));
  const order = nodes.map((ids) => new Map(ids.map((id, i) => [id, i])));
  for (const { row, other, value } of party.pairs.get("coop_freq") ?? []) {
    const place = party.municipality[row] ?? -1;
    const from = study.parties[party.party[row] ?? -1]?.id;
    const level = LEVELS.indexOf(String(value));
    const covers = order[place];
    if (from === undefined || level < 0 || from === other || !covers?.has(from) || !covers.has(other)) continue;
    const rating = quality.get(cellKey(row, other));
    const agreed = agreement.get(cellKey(row, other));
    found[place]?.push({
      from,
      to: other,
      level,
      quality: rating === undefined ? undefined : Number(rating),
      agreement: agreed === undefined ? undefined : String(agreed),
    });
  }
  found.forEach((statements, place) => {
    const at = (id: string) => order[place]?.get(id) ?? 0;
    statements.sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
  });
  return found;
}

const cellKey = (row: number, other: string): string => `${row} ${other}`;

const byCell = (cells: readonly PairCell[] = []): ReadonlyMap<string, PairCell["value"]> =>
  new Map(cells.map(({ row, other, value }) => [cellKey(row, other), value]));
