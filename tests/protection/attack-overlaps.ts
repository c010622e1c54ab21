/** What a reader can put together of how many persons two parties share. */
import { textIn } from "../../reports/charts/read-table.ts";
import type { Report } from "../../reports/report.ts";
import type { TableRow } from "../../reports/section.ts";
import type { Attacker } from "./attacker.ts";

/** `names`: the overlaps that are stated, as `n_overlap.other|party|municipality` */
export function readOverlaps(attacker: Attacker, report: Report, names: readonly string[]): void {
  const rows = (section: string, table: string): readonly TableRow[] =>
    report.sections.find(({ id }) => id === section)?.tables.find(({ id }) => id === table)?.rows ?? [];
  const counts = rows("group-size", "counts");
  const sizeOf = (party: string, place: string) =>
    counts.find((row) => row.party === party && row.municipality === place)?.n_known;
  for (const name of names) {
    const [overlap = "", party = "", place = ""] = name.split("|");
    for (const one of [party, overlap.replace("n_overlap.", "")])
      if (attacker.wasAnswered(`n_known|${one}|${place}`)) attacker.within([name], `n_known|${one}|${place}`);
  }
  const ofPair = (parties: unknown, place: unknown) => {
    const [a = "", b = ""] = String(parties).split("|");
    return [`n_overlap.${b}|${a}|${String(place)}`, `n_overlap.${a}|${b}|${String(place)}`] as const;
  };
  for (const row of rows("unduplicated", "estimates")) {
    if (row.method !== "chapman" || typeof row.estimate !== "number") continue;
    const [n1, n2] = textIn(row.parties)
      .split("|")
      .map((party) => sizeOf(party, textIn(row.municipality)));
    if (typeof n1 !== "number" || typeof n2 !== "number") throw new Error("an estimate from a hidden count is shown");
    const both = ((n1 + 1) * (n2 + 1)) / (row.estimate + 1) - 1;
    for (const name of ofPair(row.parties, row.municipality)) if (names.includes(name)) attacker.exactly([name], both);
  }
  for (const row of rows("unduplicated", "conflicts")) {
    const found = /uppger (\d+) gemensamma med .* uppger (\d+) gemensamma/.exec(textIn(row.why));
    ofPair(row.parties, row.municipality).forEach((name, i) => {
      if (found !== null && names.includes(name)) attacker.exactly([name], Number(found[i + 1]));
    });
  }
  for (const row of rows("gaps", "disagreements")) {
    if (row.kind !== "overlap") continue;
    const [one, other] = ofPair(`${textIn(row.party)}|${textIn(row.other)}`, row.municipality);
    const said = /^(\d+) av våra/.exec(textIn(row.says))?.[1];
    if (said !== undefined) attacker.exactly([one], Number(said));
    else attacker.between([[one, 1]], 1, Infinity);
    attacker.exactly([other], 0);
  }
}
