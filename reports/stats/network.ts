/**
 * Who cooperates with whom, as each one says: directed ties, some of which nobody knows.
 *
 * A party that has not answered has unknown ties out, not none; what others say about it is known. Every measure is
 * taken over what is known and stands beside how much that is.
 */

/** What `from` says about `to`; undefined where it has not said. */
export interface StatedTie {
  readonly from: string;
  readonly to: string;
  /** Frequency, quality …; 0 is "not at all". undefined: asked, but not stated. */
  readonly value: number | undefined;
}

export interface NetworkInput {
  readonly nodes: readonly string[];
  /** Those who have answered. A pair that one of them does not mention has value 0. */
  readonly answered: readonly string[];
  readonly ties: readonly StatedTie[];
  /** The smallest value that counts as a tie; by default everything above 0. */
  readonly atLeast?: number;
}

export interface NodeTies {
  readonly id: string;
  readonly answered: boolean;
  /** Ties that it states; undefined where it has stated nothing at all about anybody. */
  readonly out: number | undefined;
  /** Ties that others state to it, of so many who have said. */
  readonly in: number;
  readonly inOf: number;
  /** Sums of the values of these ties. */
  readonly outValue: number | undefined;
  readonly inValue: number;
}

/**
 * `confirmed`: both say so. `one-sided`: one says so and the other says no. `unanswered`: one says so and the other has
 * not said. `none`: both say no. `unknown`: neither says so, and at least one has not said.
 */
export type PairStatus = "confirmed" | "one-sided" | "unanswered" | "none" | "unknown";

export interface PairOfNodes {
  /** In the order of `nodes`. */
  readonly a: string;
  readonly b: string;
  readonly status: PairStatus;
  /** What each says; undefined where it has not said. */
  readonly aSays: number | undefined;
  readonly bSays: number | undefined;
}

export interface Network {
  readonly nodes: readonly NodeTies[];
  readonly pairs: readonly PairOfNodes[];
  /** Ordered pairs that hold a tie, and ordered pairs that are known. */
  readonly ties: number;
  readonly known: number;
  /** Ties per known ordered pair; undefined where nothing is known. */
  readonly density: number | undefined;
  /** Density were all that is unknown absent, and were all of it present; 0 with fewer than two nodes. */
  readonly densityLow: number;
  readonly densityHigh: number;
  /** Share of the ties that are returned, over pairs where both have said; undefined where there is no such tie. */
  readonly reciprocity: number | undefined;
}

/**
 * Ties, density, reciprocity and what is confirmed, in a directed network with gaps.
 *
 * Reciprocity = 2·mutual/(2·mutual + one-sided) (ties, not pairs; as R's igraph::reciprocity). No node is tied to itself.
 *
 * @throws {RangeError} for a node that stands twice, a tie to itself, stated twice, or with an id that is not a node,
 *   and for a value that is not a number ≥ 0
 * @see Wasserman & Faust (1994) ch. 4 and 13
 *
 * @example
 * // A and B have answered, C has not: density 2/4, between 2/6 and 4/6
 * describeNetwork({ nodes: ["A", "B", "C"], answered: ["A", "B"], ties: [
 *   { from: "A", to: "B", value: 1 }, { from: "A", to: "C", value: 3 }] });
 */
export function describeNetwork(input: NetworkInput): Network {
  const { nodes } = input;
  const said = readTies(input);
  const isTie = (value: number | undefined): value is number =>
    value !== undefined && value > 0 && value >= (input.atLeast ?? 0);
  const pairs: PairOfNodes[] = [];
  const totals = nodes.map(() => ({ out: 0, stated: 0, in: 0, inOf: 0, outValue: 0, inValue: 0 }));
  let [mutual, oneSided] = [0, 0];
  for (const [i, a] of nodes.entries())
    for (const [j, b] of nodes.entries()) {
      if (i === j) continue;
      const value = said(i, j);
      const [from, to] = [totals[i], totals[j]];
      if (value !== undefined && from && to) {
        from.stated++;
        to.inOf++;
        if (isTie(value)) {
          from.out++;
          from.outValue += value;
          to.in++;
          to.inValue += value;
        }
      }
      if (j < i) continue;
      const back = said(j, i);
      const status = statusOf(Number(isTie(value)) + Number(isTie(back)), value !== undefined && back !== undefined);
      if (status === "confirmed") mutual++;
      if (status === "one-sided") oneSided++;
      pairs.push({ a, b, status, aSays: value, bSays: back });
    }
  const sum = (of: (total: (typeof totals)[number]) => number) => totals.reduce((all, total) => all + of(total), 0);
  const [ties, known, possible] = [sum((t) => t.out), sum((t) => t.stated), nodes.length * (nodes.length - 1)];
  return {
    nodes: nodes.map((id, i) => {
      const { out, stated, in: into, inOf, outValue, inValue } = totals[i] ?? never(id);
      const silent = stated === 0;
      return {
        id,
        answered: input.answered.includes(id),
        out: silent ? undefined : out,
        in: into,
        inOf,
        outValue: silent ? undefined : outValue,
        inValue,
      };
    }),
    pairs,
    ties,
    known,
    density: known === 0 ? undefined : ties / known,
    densityLow: possible === 0 ? 0 : ties / possible,
    densityHigh: possible === 0 ? 0 : (ties + possible - known) / possible,
    reciprocity: mutual + oneSided === 0 ? undefined : (2 * mutual) / (2 * mutual + oneSided),
  };
}

function statusOf(stated: number, bothSaid: boolean): PairStatus {
  if (stated === 2) return "confirmed";
  if (stated === 1) return bothSaid ? "one-sided" : "unanswered";
  return bothSaid ? "none" : "unknown";
}

const never = (id: string): never => {
  throw new RangeError(`invalid node: ${id}`);
};

const [UNSTATED, WITHOUT_VALUE, WITH_VALUE] = [0, 1, 2];

/** Value by place of the one who says and place of the one it is about; undefined where it has not been said. */
function readTies({ nodes, answered, ties }: NetworkInput): (from: number, to: number) => number | undefined {
  const place = new Map(nodes.map((id, i) => [id, i]));
  if (place.size < nodes.length) throw new RangeError("invalid nodes; one stands twice");
  const at = (id: string): number => place.get(id) ?? never(id);
  const hasAnswered = nodes.map(() => false);
  for (const id of answered) hasAnswered[at(id)] = true;
  const values = new Float64Array(nodes.length ** 2);
  const stated = new Uint8Array(nodes.length ** 2);
  for (const { from, to, value } of ties) {
    const key = at(from) * nodes.length + at(to);
    if (from === to) throw new RangeError(`invalid tie; from ${from} to itself`);
    if (stated[key] !== UNSTATED) throw new RangeError(`invalid tie; stated twice: ${from} to ${to}`);
    if (value !== undefined && !(value >= 0 && value < Infinity)) throw new RangeError(`invalid value: ${value}`);
    stated[key] = value === undefined ? WITHOUT_VALUE : WITH_VALUE;
    values[key] = value ?? 0;
  }
  return (from, to) => {
    const key = from * nodes.length + to;
    if (stated[key] === WITH_VALUE) return values[key];
    return stated[key] === UNSTATED && hasAnswered[from] ? 0 : undefined;
  };
}

/** Which pairs count as tied where direction does not matter. */
export type TieRule = "confirmed" | "either";

/**
 * Neighbours of each node, by place in `nodes`: of pairs that both confirm, or that at least one states.
 *
 * What is unknown is no tie here: with parties that have not answered, measures of position are read with care.
 */
export function neighboursOf(network: Pick<Network, "nodes" | "pairs">, rule: TieRule): readonly (readonly number[])[] {
  const place = new Map(network.nodes.map(({ id }, i) => [id, i]));
  const neighbours = network.nodes.map((): number[] => []);
  for (const { a, b, status } of network.pairs) {
    const tied = status === "confirmed" || (rule === "either" && (status === "one-sided" || status === "unanswered"));
    if (!tied) continue;
    const [i, j] = [place.get(a) ?? -1, place.get(b) ?? -1];
    neighbours[i]?.push(j);
    neighbours[j]?.push(i);
  }
  return neighbours;
}
