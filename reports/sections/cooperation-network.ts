/** What the parties say of each other, municipality by municipality. */
import { COOPERATION_FREQUENCY } from "../../survey-definitions/codes.ts";
import type { Dataset } from "../dataset.ts";
import { describeNetwork, type Network } from "../stats/network.ts";
import { partyPlaces } from "./places.ts";

/** How often, from 0 (never) up. */
export const LEVELS: readonly string[] = COOPERATION_FREQUENCY.map(({ code }) => code);

const LEVEL_OF = new Map(LEVELS.map((code, level) => [code, level]));

export interface Statement {
  readonly from: string;
  readonly to: string;
  /** Index in LEVELS. */
  readonly level: number;
  /** Position of the answer that says it. */
  readonly row: number;
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
  const found = study.municipalities.map((): { readonly said: Statement; readonly order: number }[] => []);
  const party = responses.get("party");
  if (party === undefined) return [];
  const order = nodes.map((ids) => new Map(ids.map((id, i) => [id, i])));
  for (const { row, other, value } of party.pairs.get("coop_freq") ?? []) {
    const place = party.municipality[row] ?? -1;
    const from = study.parties[party.party[row] ?? -1]?.id;
    const level = LEVEL_OF.get(String(value)) ?? -1;
    const covers = order[place];
    if (from === undefined || level < 0 || from === other || !covers?.has(from) || !covers.has(other)) continue;
    const said = { from, to: other, level, row };
    found[place]?.push({ said, order: (covers.get(from) ?? 0) * covers.size + (covers.get(other) ?? 0) });
  }
  return found.map((statements) => statements.sort((a, b) => a.order - b.order).map(({ said }) => said));
}

/** How well and with what agreement, by the answer that says it and the party that it is about. */
export function judgementsOf({ study, responses }: Dataset) {
  const indexOf = new Map(study.parties.map(({ id }, i) => [id, i]));
  const keyOf = (row: number, other: string) => row * study.parties.length + (indexOf.get(other) ?? 0);
  const [quality, agreement] = ["coop_quality", "coop_agreement"].map((name) => {
    const cells = responses.get("party")?.pairs.get(name) ?? [];
    return new Map(cells.map(({ row, other, value }) => [keyOf(row, other), value]));
  });
  return ({ row, to }: Statement) => {
    const [rating, agreed] = [quality?.get(keyOf(row, to)), agreement?.get(keyOf(row, to))];
    return {
      quality: rating === undefined ? undefined : Number(rating),
      agreement: agreed === undefined ? undefined : String(agreed),
    };
  };
}
