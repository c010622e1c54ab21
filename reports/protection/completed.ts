/** Tables that neither a sum nor the protected answers alone can give: what is missing in them says so. */
import { textIn } from "../charts/read-table.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow, Tables } from "../section.ts";
import { missing } from "../sections/cells.ts";
import { LEAST_RATINGS, quadrantOf, quadrantTotalsTable } from "../sections/gaps-quadrants.ts";
import { partyAnswers, type PartyAnswers } from "./people/answers.ts";
import { knownBySums } from "./people/known-by.ts";
import type { PersonCell, PersonCells, Terms } from "./person-cells.ts";
import type { SmallCounts } from "./small-counts.ts";

const HIDDEN = missing("suppressed");

export interface Completing {
  readonly data: Dataset;
  readonly people: PersonCells;
  readonly small: SmallCounts;
  readonly isHidden: (cell: PersonCell) => boolean;
  readonly mayShow: (terms: Terms) => boolean;
}

/** By `section.table`: the table from that of the real answers, that of the publication so far, and those beside it. */
type Completion = (real: Table, so: Table, beside: Tables, context: Completing) => Table;

export const COMPLETIONS: Readonly<Record<string, Completion>> = {
  "group-size.by_kind": (real, so) => noted(real, so, "Bara antal som visas är med."),
  "unduplicated.bounds": (real, so) => noted(real, so, WIDER),
  "unduplicated.sums": (real, so) => noted(real, so, "Där ett antal är dolt står det intervall som får vara känt."),
  "unduplicated.estimates": estimates,
  "unduplicated.patterns": (real, so, _, context) => noted(real, patterns(real, so, context), NO_PATTERNS),
  "unduplicated.models": (real, so, { patterns: beside }, context) =>
    noted(real, beside === undefined ? so : models(real, so, patterns(beside, beside, context)), NO_PATTERNS),
  "proposals.by_municipality": (real, so) => noted(real, so, WIDER),
  "interventions.supply_need": (real, so) => noted(real, so, WIDER),
  "gaps.disagreements": disagreements,
  "gaps.quadrants": (real, so) => noted(real, { ...so, rows: so.rows.map(quadrant) }, SHOWN_GROUPS),
  "gaps.quadrants_total": (real, so, { quadrants }, { data }) => {
    if (quadrants === undefined) return so;
    const totals = quadrantTotalsTable(data, { ...quadrants, rows: quadrants.rows.map(quadrant) });
    return noted(real, totals, SHOWN_GROUPS);
  },
};

const WIDER =
  "Gränserna är räknade på det som visas. Där ett antal är dolt räknas med det intervall som får vara känt, så gränserna kan vara vidare än parternas egna tal ger.";
const SHOWN_GROUPS = "Grupper vars betyg inte visas i kommunen räknas inte med i läget.";
const NO_PATTERNS = "Kommuner där något tal är litet eller dolt visas inte.";

/** Says how the table differs, where it does. */
const noted = (real: Table, so: Table, note: string): Table =>
  JSON.stringify(real.rows) === JSON.stringify(so.rows) ? so : { ...so, notes: [...so.notes, note] };

const NO_ESTIMATE = "Skattningen visas inte: den bygger på ett antal som är dolt.";

function estimates(real: Table, so: Table, _: Tables, context: Completing): Table {
  const party = partyAnswers(context);
  const safe = new Map(so.rows.map((row) => [`${textIn(row.municipality)} ${textIn(row.method)}`, row]));
  const rows = real.rows.map((row): TableRow => {
    if (row.method === "chapman") return pairOf(party, row).some(context.isHidden) ? withoutEstimate(row) : row;
    const sums = Object.values(knownBySums(party, party.in(row.municipality)));
    if (row.method === "chao") return sums.every(context.mayShow) ? row : withoutEstimate(row);
    const other = safe.get(`${textIn(row.municipality)} ${textIn(row.method)}`);
    return other !== undefined && sameCells(other, row) ? row : withoutEstimate({ ...row, parties: "" });
  });
  return { ...so, rows };
}

/** What the estimate from two lists is made of. */
function pairOf(party: PartyAnswers, { parties, municipality }: TableRow): readonly PersonCell[] {
  const [a = "", b = ""] = textIn(parties).split("|");
  const [one, two] = [party.by(a, municipality), party.by(b, municipality)];
  return [
    ...["n_known", "n_known_low", "n_known_high", `n_overlap.${b}`].map((name) => party.cell(name, one)),
    ...["n_known", "n_known_low", "n_known_high", `n_overlap.${a}`].map((name) => party.cell(name, two)),
  ].filter((cell) => cell !== undefined);
}

const withoutEstimate = (row: TableRow): TableRow => ({
  ...row,
  ...{ estimate: HIDDEN, se: HIDDEN, low: HIDDEN, high: HIDDEN, note: NO_ESTIMATE },
});

const sameCells = (a: TableRow, b: TableRow): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only municipalities of which no pattern is small, and where the real answers give patterns too. */
function patterns(real: Table, so: Table, { small }: Completing): Table {
  const places = municipalitiesOf(real);
  const left = new Set(
    so.rows.filter(({ n }) => typeof n === "number" && n > 0 && n < small.threshold).map((row) => row.municipality),
  );
  return { ...so, rows: so.rows.filter((row) => places.has(row.municipality) && !left.has(row.municipality)) };
}

function models(real: Table, so: Table, patterns: Table): Table {
  const [places, kept] = [municipalitiesOf(real), municipalitiesOf(patterns)];
  return { ...so, rows: so.rows.filter((row) => places.has(row.municipality) && kept.has(row.municipality)) };
}

const municipalitiesOf = ({ rows }: Table) => new Set(rows.map((row) => row.municipality));

const SOME = "några av våra är också hos dem";

/** A hidden count of shared persons is not 0, since 0 is never hidden: that there are some is told, and no more. */
function disagreements(real: Table, so: Table, _: Tables, { data, people, small, isHidden }: Completing): Table {
  if (small.low === 0) return so;
  const party = partyAnswers({ data, people });
  const rows = real.rows.map((row): TableRow => {
    if (row.kind !== "overlap") return row;
    const cell = party.cell(`n_overlap.${textIn(row.other)}`, party.by(row.party, row.municipality));
    return cell === undefined || isHidden(cell) ? { ...row, says: SOME } : row;
  });
  return { ...so, rows };
}

/** The rule once more, on the nets that are shown. */
function quadrant(row: TableRow): TableRow {
  const number = (key: string): number => (typeof row[key] === "number" ? row[key] : 0);
  const nets = ["party", "staff", "voice"].flatMap((group) => {
    const net: TableCell | undefined = row[`${group}_net`];
    return typeof net === "number" && number(`${group}_n`) >= LEAST_RATINGS ? [net] : [];
  });
  const { told, exists, fully, asked, wanted } = {
    ...{ told: number("told"), exists: number("exists"), fully: number("fully") },
    ...{ asked: number("asked"), wanted: number("wanted") },
  };
  return { ...row, quadrant: quadrantOf({ told, exists, fully, asked, missing: number("missing"), wanted, nets }) };
}
