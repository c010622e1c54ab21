/** What a reader can put together of how many of the staff, young people and guardians answered, and where. */
import { textIn } from "../../reports/charts/read-table.ts";
import type { Report } from "../../reports/report.ts";
import type { TableRow } from "../../reports/section.ts";
import type { Dataset } from "../../reports/dataset.ts";
import type { Attacker } from "./attacker.ts";

/** `names`: the groups, as `staff|party|municipality` and `role|municipality` */
export function readRespondents(
  attacker: Attacker,
  report: Report,
  { study }: Dataset,
  names: readonly string[],
): void {
  const rows = (section: string, table: string): readonly TableRow[] =>
    report.sections.find(({ id }) => id === section)?.tables.find(({ id }) => id === table)?.rows ?? [];
  const kindOf = new Map(study.parties.map(({ id, kind }) => [id, kind as string]));
  const staff = names.filter((name) => name.startsWith("staff|"));
  const voice = names.filter((name) => !name.startsWith("staff|"));
  const at = (of: readonly string[], place: unknown) => of.filter((name) => name.endsWith(`|${String(place)}`));
  const from = (kind: unknown) => staff.filter((name) => kindOf.get(name.split("|")[1] ?? "") === kind);
  const of = (instrument: unknown) => (instrument === "staff" ? staff : instrument === "voice" ? voice : []);

  for (const row of rows("coverage", "cells"))
    if (row.instrument === "staff")
      attacker.exactly([`staff|${textIn(row.party)}|${textIn(row.municipality)}`], row.responses);
    else attacker.exactly(at(of(row.instrument), row.municipality), row.responses);
  for (const row of rows("coverage", "open_answers"))
    attacker.exactly(at(of(row.instrument), row.municipality), row.answers);
  for (const row of rows("methods", "answers")) attacker.exactly(of(row.instrument), row.responses);
  for (const row of rows("methods", "staff")) {
    const group = row.question === "municipality" ? at(staff, row.group) : from(row.group);
    if (row.question !== "municipality" && row.question !== "party_kind") continue;
    attacker.exactly(group, row.answers);
    if (typeof row.share !== "number") continue;
    const { share } = row;
    const terms = [...group.map((name) => [name, 1] as const), ...staff.map((name) => [name, -share] as const)];
    attacker.between(attacker.together(terms), -1e-6, 1e-6);
  }
  for (const row of rows("voices", "respondents"))
    attacker.exactly(
      row.group === "staff" ? staff : voice.filter((name) => name.startsWith(`${textIn(row.group)}|`)),
      row.n,
    );
  const summed = (row: TableRow) => {
    const counts = Object.values(row).filter((cell) => typeof cell !== "string");
    return counts.every((cell) => typeof cell === "number")
      ? counts.reduce<number>((sum, cell) => sum + Number(cell), 0)
      : undefined;
  };
  for (const row of rows("profile", "trend"))
    if (row.group === "staff") attacker.exactly(at(staff, row.municipality), summed(row));
  for (const row of rows("profile", "meets")) attacker.exactly(from(row.party_kind), summed(row));
}
