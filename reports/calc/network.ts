import { betweenness, degreeCentralisation } from "../stats/centrality.ts";
import { describeNetwork, neighboursOf, type TieRule } from "../stats/network.ts";
import { readFields, readList, readNumber, readText, wrong } from "./input.ts";

/** `calc network`: null stands for what is not known. Positions are given by ties confirmed, and by ties stated at all. */
export function calculateNetwork(input: unknown): unknown {
  const fields = readFields(input, ["nodes", "ties"], ["answered", "at_least"]);
  const nodes = readList(fields.nodes, "nodes", readText);
  if (new Set(nodes).size < nodes.length) wrong("”nodes” har samma nod två gånger.");
  const readNode = (value: unknown, field: string): string => {
    const id = readText(value, field);
    return nodes.includes(id) ? id : wrong(`”${field}” är ”${id}”, som saknas i ”nodes”.`);
  };
  const stated = new Set<string>();
  const ties = readList(fields.ties, "ties", (item, field) => {
    const tie = readFields(item, ["from", "to"], ["value"], field);
    const [from, to] = [readNode(tie.from, `${field}.from`), readNode(tie.to, `${field}.to`)];
    const value =
      tie.value === undefined ? 1 : tie.value === null ? undefined : readNumber(tie.value, `${field}.value`);
    if (value !== undefined && value < 0) wrong(`”${field}.value” ska vara noll eller mer.`);
    if (from === to) wrong(`”${field}” går från ”${from}” till sig själv.`);
    const key = JSON.stringify([from, to]);
    if (stated.has(key)) wrong(`”${field}” upprepar från ”${from}” till ”${to}”.`);
    stated.add(key);
    return { from, to, value };
  });
  const answered = fields.answered === undefined ? nodes : readList(fields.answered, "answered", readNode);
  const atLeast = fields.at_least === undefined ? 0 : readNumber(fields.at_least, "at_least");
  if (nodes.length === 0) return { refused: "Det finns inga noder." };
  const found = describeNetwork({ nodes, answered, ties, atLeast });
  const positions = (rule: TieRule) => {
    const neighbours = neighboursOf(found, rule);
    const between = betweenness(neighbours);
    return {
      degree_centralisation: degreeCentralisation(neighbours) ?? null,
      nodes: nodes.map((id, i) => ({ id, degree: neighbours[i]?.length ?? 0, betweenness: between[i] ?? 0 })),
    };
  };
  return {
    ties: found.ties,
    known: found.known,
    density: found.density ?? null,
    density_low: found.densityLow,
    density_high: found.densityHigh,
    reciprocity: found.reciprocity ?? null,
    nodes: found.nodes.map((node) => ({
      id: node.id,
      answered: node.answered,
      out: node.out ?? null,
      in: node.in,
      in_of: node.inOf,
      out_value: node.outValue ?? null,
      in_value: node.inValue,
    })),
    pairs: found.pairs.map(({ a, b, status, aSays, bSays }) => ({
      a,
      b,
      status,
      a_says: aSays ?? null,
      b_says: bSays ?? null,
    })),
    confirmed: positions("confirmed"),
    either: positions("either"),
  };
}
