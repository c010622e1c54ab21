import { AGREEMENTS, COOPERATION_FREQUENCY, type Category } from "../../survey-definitions/codes.ts";
import { textIn } from "../charts/read-table.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { betweenness } from "../stats/centrality.ts";
import { neighboursOf, type PairStatus } from "../stats/network.ts";
import { labelsOf, missing } from "./cells.ts";
import { judgementsOf, LEVELS, MOST_NODES, type PlaceNetwork } from "./cooperation-network.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { KIND_LABELS, kindsOf, municipalityLabels, partyLabels, periodOf } from "./places.ts";

export const CONFIRMED: readonly (Category & { readonly code: PairStatus })[] = [
  { code: "confirmed", label: "Båda säger det" },
  { code: "one-sided", label: "Den andra säger nej" },
  { code: "unanswered", label: "Den andra har inte sagt" },
  { code: "none", label: "Båda säger nej" },
  { code: "unknown", label: "Okänt" },
];

const pairKey = (a: string, b: string): string => `${a}\n${b}`;

/** One row a statement of one party about another. Parties and pairs that nobody has said anything of have no row. */
export function tiesTable(data: Dataset, networks: readonly PlaceNetwork[]): Table {
  const parties = partyLabels(data.study);
  const head = {
    id: "ties",
    title: `Hur ofta, hur väl och med vilken överenskommelse parterna samverkar, ${periodOf(data.study)}`,
    columns: [
      { key: "from", label: "Part som svarar", unit: "" },
      { key: "to", label: "Om part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "frequency", label: "Hur ofta", unit: "code" },
      { key: "quality", label: "Hur väl", unit: "1–5" },
      { key: "agreement", label: "Överenskommelse", unit: "code" },
      { key: "confirmed", label: "Bekräftas", unit: "code" },
    ],
    notes: ["Par som ingen av parterna svarat om saknas i tabellen: de är okända, inte utan samverkan."],
    labels: {
      from: parties,
      to: parties,
      municipality: municipalityLabels(data),
      frequency: labelsOf(COOPERATION_FREQUENCY),
      agreement: labelsOf(AGREEMENTS),
      confirmed: labelsOf(CONFIRMED),
    },
  };
  return withLazyRows(head, () => {
    const judged = judgementsOf(data);
    return networks.flatMap((place) => tieRows(place, judged));
  });
}

function tieRows(
  { municipality, statements, network }: PlaceNetwork,
  judged: ReturnType<typeof judgementsOf>,
): readonly TableRow[] {
  const status = new Map<string, PairStatus>();
  for (const { a, b, status: of } of network?.pairs ?? []) {
    status.set(pairKey(a, b), of);
    status.set(pairKey(b, a), of);
  }
  return statements.map((statement): TableRow => {
    const { from, to, level } = statement;
    const { quality, agreement } = judged(statement);
    const none = missing(level === 0 ? "not_asked" : "not_answered");
    return {
      from,
      to,
      municipality,
      frequency: LEVELS[level] ?? "",
      quality: quality ?? none,
      agreement: agreement ?? none,
      confirmed: status.get(pairKey(from, to)) ?? missing("cannot_state"),
    };
  });
}

/** What each party says and what is said of it. */
export function partiesTable(data: Dataset, networks: readonly PlaceNetwork[]): Table {
  const { study } = data;
  const kinds = new Map(study.parties.map(({ id, kind }) => [id, kind]));
  const head = {
    id: "parties",
    title: `Varje parts samverkan med de andra, ${periodOf(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "out", label: "Säger sig samverka med", unit: "parties" },
      { key: "out_of", label: "Har svarat om", unit: "parties" },
      { key: "in", label: "Nämns av", unit: "parties" },
      { key: "in_of", label: "Som har svarat om den", unit: "parties" },
      { key: "unknown", label: "Parter som den inte svarat om", unit: "parties" },
      { key: "broker", label: "Ligger mellan", unit: "pairs" },
    ],
    notes: [
      "Ligger mellan: för hur många par av andra parter den kortaste vägen går över parten, där minst en av två säger att de samverkar. Höga tal är parter som håller ihop andra.",
    ],
    labels: { party: partyLabels(study), party_kind: KIND_LABELS, municipality: municipalityLabels(data) },
  };
  return withLazyRows(head, () =>
    networks.flatMap((place) =>
      partyRows(place).map((row) => ({ party_kind: kinds.get(textIn(row.party)) ?? "", ...row })),
    ),
  );
}

function partyRows({ municipality, nodes, statements, network }: PlaceNetwork): readonly TableRow[] {
  const said = new Map<string, number>();
  for (const { from } of statements) said.set(from, (said.get(from) ?? 0) + 1);
  const none = missing(statements.length === 0 ? "not_answered" : "cannot_state");
  const between = network === undefined ? [] : betweenness(neighboursOf(network, "either"));
  return nodes.map((party, i): TableRow => {
    const of = network?.nodes[i];
    const about = said.get(party) ?? 0;
    return {
      party,
      municipality,
      out: of === undefined ? none : (of.out ?? missing("not_answered")),
      out_of: about,
      in: of?.in ?? none,
      in_of: of?.inOf ?? 0,
      unknown: nodes.length - 1 - about,
      broker: between[i] ?? none,
    };
  });
}

/** Density, reciprocity and what is confirmed, by municipality. */
export function measuresTable(data: Dataset, networks: readonly PlaceNetwork[]): Table {
  return {
    id: "measures",
    title: `Samverkan mellan parterna i varje kommun, ${periodOf(data.study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "parties", label: "Parter", unit: "parties" },
      { key: "said", label: "Parter som svarat om andra", unit: "parties" },
      { key: "ties", label: "Svar som säger samverkan", unit: "ties" },
      { key: "known", label: "Svar om en annan part", unit: "ties" },
      { key: "possible", label: "Möjliga svar", unit: "ties" },
      { key: "density", label: "Täthet", unit: "share" },
      { key: "density_low", label: "Täthet, lägst", unit: "share" },
      { key: "density_high", label: "Täthet, högst", unit: "share" },
      { key: "reciprocity", label: "Ömsesidighet", unit: "share" },
      { key: "confirmed", label: "Par där båda säger det", unit: "pairs" },
      { key: "one_sided", label: "Par där den ena säger nej", unit: "pairs" },
      { key: "unanswered", label: "Par där den andra inte sagt", unit: "pairs" },
    ],
    rows: networks.map(measureRow),
    notes: [
      "Täthet är samverkan genom alla svar om en annan part; lägst och högst är om allt okänt vore ingen samverkan, och om allt vore det. Ömsesidighet gäller par där båda har svarat.",
      ...(networks.some(({ nodes, statements }) => nodes.length > MOST_NODES && statements.length > 0)
        ? [`I kommuner med fler än ${MOST_NODES} parter jämförs inte paren.`]
        : []),
    ],
    labels: { municipality: municipalityLabels(data) },
  };
}

function measureRow({ municipality, nodes, statements, network }: PlaceNetwork): TableRow {
  const none: TableCell = missing(statements.length === 0 ? "not_answered" : "cannot_state");
  const of = (status: PairStatus): TableCell =>
    network === undefined ? none : network.pairs.filter((pair) => pair.status === status).length;
  return {
    municipality,
    parties: nodes.length,
    said: new Set(statements.map(({ from }) => from)).size,
    ties: statements.filter(({ level }) => level > 0).length,
    known: statements.length,
    possible: nodes.length * (nodes.length - 1),
    density: network?.density ?? none,
    density_low: network?.densityLow ?? none,
    density_high: network?.densityHigh ?? none,
    reciprocity: network?.reciprocity ?? (network === undefined ? none : missing("not_applicable")),
    confirmed: of("confirmed"),
    one_sided: of("one-sided"),
    unanswered: of("unanswered"),
  };
}

/** The same between kinds of party, over all municipalities: what remains to be read where the parties are many. */
export function kindsTable(data: Dataset, networks: readonly PlaceNetwork[]): Table {
  const { study } = data;
  const kinds = kindsOf(study);
  const kindOf = new Map(study.parties.map(({ id, kind }) => [id, kinds.indexOf(kind)]));
  const counts = kinds.map(() => kinds.map(() => ({ ties: 0, known: 0 })));
  for (const { statements } of networks)
    for (const { from, to, level } of statements) {
      const count = counts[kindOf.get(from) ?? -1]?.[kindOf.get(to) ?? -1];
      if (count === undefined) continue;
      count.known++;
      if (level > 0) count.ties++;
    }
  return {
    id: "kinds",
    title: `Samverkan mellan slag av parter, ${periodOf(study)}`,
    columns: [
      { key: "from_kind", label: "Slag av part som svarar", unit: "code" },
      { key: "to_kind", label: "Om slag av part", unit: "code" },
      { key: "ties", label: "Svar som säger samverkan", unit: "ties" },
      { key: "known", label: "Svar om en annan part", unit: "ties" },
    ],
    rows: kinds.flatMap((from_kind, a) =>
      kinds.map((to_kind, b): TableRow => ({ from_kind, to_kind, ...(counts[a]?.[b] ?? { ties: 0, known: 0 }) })),
    ),
    notes: [],
    labels: { from_kind: KIND_LABELS, to_kind: KIND_LABELS },
  };
}
