/** What a reader of the follow-up's tables can put together: counts, shares, and the rules of the questionnaire. */
import { textIn } from "../../reports/charts/read-table.ts";
import type { Report } from "../../reports/report.ts";
import type { TableCell, TableRow } from "../../reports/section.ts";
import { dimensionOf } from "../../survey-definitions/profile-rows.ts";
import type { Attacker } from "./attacker.ts";
import { BINS, PARTS, STEPS } from "./simulated-people.ts";

const STATES = ["fu_participants", "fu_consent_signed"];
const PART_OF: Readonly<Record<string, string>> = {
  fu_within_14d: "fu_enrolled",
  ...Object.fromEntries(Object.entries(PARTS).flatMap(([whole, parts]) => parts.map((part) => [part, whole]))),
};

/** `stated`: names of the counts that the follow-up has, as `variable|period`: which they are is no secret */
export function readFollowUp(attacker: Attacker, report: Report, stated: Iterable<string>): void {
  const names = [...stated];
  const periods = [...new Set(names.map((name) => name.split("|")[1] ?? ""))].sort();
  const rows = (table: string): readonly TableRow[] =>
    report.sections.find(({ id }) => id === "follow-up")?.tables.find(({ id }) => id === table)?.rows ?? [];
  const within = (period: TableCell | undefined) => (period === "all" ? periods : [textIn(period)]);
  const cells = (period: TableCell | undefined, variables: readonly string[]) =>
    within(period).flatMap((one) => variables.map((name) => `${name}|${one}`));
  const family = (period: TableCell | undefined, holds: (variable: string) => boolean) =>
    names.filter((name) => holds(name.split("|")[0] ?? "") && within(period).includes(name.split("|")[1] ?? ""));
  const share = (part: readonly string[], whole: readonly string[], cell: TableCell | undefined) => {
    if (typeof cell !== "number") return;
    const terms = [...part.map((name) => [name, 1] as const), ...whole.map((name) => [name, -cell] as const)];
    attacker.between(attacker.together(terms), -1e-6, 1e-6);
  };
  const moved = (from: readonly string[], to: readonly string[]) =>
    from.flatMap((a) => to.filter((b) => STEPS.indexOf(b) > STEPS.indexOf(a)).map((b) => `fu_flow.${a}_${b}`));

  for (const row of rows("flow")) {
    const at = STEPS.indexOf(textIn(row.step));
    const entered =
      at === 0
        ? family(row.period, (name) => name.startsWith("fu_referred."))
        : cells(row.period, moved(STEPS.slice(row.step === "exit" ? 1 : 0, at), [textIn(row.step)]));
    attacker.exactly(entered, row.entered);
    if (row.step === "exit") continue;
    const isLast = row.step === "intervention";
    const on = cells(row.period, moved([textIn(row.step)], isLast ? ["exit"] : STEPS.slice(at + 1, -1)));
    const off = isLast ? [] : cells(row.period, moved([textIn(row.step)], ["exit"]));
    attacker.exactly(on, row.went_on);
    attacker.exactly(off, row.dropped);
    share(on, entered, row.share_on);
    if (typeof row.remaining === "number")
      attacker.between(
        attacker.together([
          ...entered.map((name) => [name, 1] as const),
          ...[...on, ...off].map((name) => [name, -1] as const),
        ]),
        row.remaining,
        row.remaining,
      );
  }
  for (const row of rows("measures")) {
    const measure = textIn(row.measure);
    const of = STATES.includes(measure) && row.period === "all" ? periods.slice(-1) : within(row.period);
    const part = of.map((period) => `${measure}|${period}`).filter((name) => names.includes(name));
    const whole = part.map((name) => name.replace(measure, PART_OF[measure] ?? measure));
    if (part.length === 0) continue;
    attacker.exactly(part, row.value);
    if (PART_OF[measure] === undefined) continue;
    attacker.exactly(whole, row.base);
    share(part, whole, row.share);
  }
  for (const row of rows("times")) {
    const [n, all] = [cells(row.period, [`fu_first_to_enrol.${textIn(row.bin)}`]), cells(row.period, times(BINS))];
    attacker.exactly(n, row.n);
    share(n, all, row.share);
    share(cells(row.period, times(BINS.slice(0, BINS.indexOf(textIn(row.bin)) + 1))), all, row.share_within);
  }
  for (const row of rows("outcomes")) {
    const all = family(row.period, (name) => name.startsWith(`${textIn(row.kind)}.`));
    const n = cells(row.period, [textIn(row.outcome)]).filter((name) => names.includes(name));
    attacker.exactly(n, row.n);
    attacker.exactly(all, row.total);
    share(n, all, row.share);
  }
  for (const row of rows("profile")) {
    const all = family(row.period, (name) => dimensionOf(name.replace("fu_profile.", "")) === row.dimension);
    const n = cells(row.period, [`fu_profile.${textIn(row.background)}`]);
    attacker.exactly(n, row.n);
    share(n, all, row.share);
  }
  for (const row of rows("parties"))
    attacker.exactly(cells(row.period, [`fu_referred.${textIn(row.party)}`]), row.referred);
  for (const period of periods) rules(attacker, names, period);
}

const times = (bins: readonly string[]): readonly string[] => bins.map((bin) => `fu_first_to_enrol.${bin}`);

/** What the questionnaire demands of each period by itself. */
function rules(attacker: Attacker, names: readonly string[], period: string): void {
  const here = (variables: readonly string[]) => variables.map((name) => `${name}|${period}`);
  const [enrolled = "", within = "", exits = "", participants = ""] = here([
    ...["fu_enrolled", "fu_within_14d", "fu_exits", "fu_participants"],
  ]);
  const equal = (parts: readonly string[], whole: string) =>
    attacker.between([...parts.map((part) => [part, 1] as const), [whole, -1]], 0, 0);
  equal(here(times(BINS)), enrolled);
  equal(here(times(BINS.slice(0, 4))), within);
  attacker.within(here(["fu_flow.referred_enrolled"]), enrolled);
  equal(here(STEPS.slice(1, -1).map((from) => `fu_flow.${from}_exit`)), exits);
  const own = names.filter((name) => name.endsWith(`|${period}`));
  equal(
    own.filter((name) => name.startsWith("fu_exit_outcome.")),
    exits,
  );
  const rows = own.filter((name) => name.startsWith("fu_profile."));
  for (const of of Map.groupBy(rows, (name) => dimensionOf(name.slice("fu_profile.".length))).values())
    equal(of, participants);
  for (const [whole, parts] of Object.entries(PARTS))
    for (const part of parts) attacker.within(here([part]), `${whole}|${period}`);
}
