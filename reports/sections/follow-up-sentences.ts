/** What the follow-up shows, in words. */
import { allPeriods } from "../charts/follow-up-chart.ts";
import { dateWords, latestHours } from "../charts/follow-up-resources-chart.ts";
import { countIn, distinct, hidesAny, isHidden, labelIn, NOT_SHOWN, tableOf, textIn } from "../charts/read-table.ts";
import type { TableRow, Tables } from "../section.ts";
import {
  counted,
  FEW_ANSWERS,
  formatList,
  formatNumber,
  formatRange,
  formatShortList,
  inSentence,
  percentInWords,
  sentenceCase,
} from "../text/format.ts";

const isNumber = (row: TableRow | undefined, key: string): boolean => typeof row?.[key] === "number";

const stepRow = (tables: Tables, step: string): TableRow | undefined =>
  allPeriods(tableOf(tables, "flow")).find((row) => row.step === step);

/** "15 av 21", with the share from ten on. */
const part = (n: number, of: number): string =>
  `${formatNumber(n)} av ${formatNumber(of)}${of >= FEW_ANSWERS && n <= of ? ` (${percentInWords(n / of)})` : ""}`;

/** From the first step that is known to the intervention, and where most leave before it. */
export function flowed(tables: Tables): readonly string[] {
  const [referred, enrolled, intervention] = ["referred", "enrolled", "intervention"].map((step) =>
    stepRow(tables, step),
  );
  const first = isNumber(referred, "entered") ? referred : enrolled;
  if (!isNumber(first, "entered"))
    return hidesAny(referred, ["entered"]) || hidesAny(enrolled, ["entered"])
      ? [`Hur många som har kommit till projektet ${NOT_SHOWN}`]
      : [];
  const name = first === referred ? "anmälda" : "inskrivna";
  const hides = isHidden(intervention?.entered);
  const reached = isNumber(intervention, "entered")
    ? [
        `Av ${formatNumber(countIn(first?.entered))} ${name} har ${formatNumber(countIn(intervention?.entered))} kommit till en insats`,
      ]
    : hides
      ? [
          `${sentenceCase(formatNumber(countIn(first?.entered)))} är ${name}; hur många som har kommit till en insats ${NOT_SHOWN}`,
        ]
      : [
          `${sentenceCase(formatNumber(countIn(first?.entered)))} är ${name}, men inget är angivet om hur många som har kommit till en insats`,
        ];
  return [...reached, ...leaving(tables)];
}

/** Those who were never enrolled apart from the participants who left. */
function leaving(tables: Tables): readonly string[] {
  const table = tableOf(tables, "flow");
  const all = allPeriods(table);
  const hides = all.some((row) => row.step !== "referred" && isHidden(row.dropped));
  const rows = all.filter((row) => typeof row.dropped === "number" && row.dropped > 0);
  const before = rows.filter((row) => row.step === "referred").reduce((sum, row) => sum + countIn(row.dropped), 0);
  const after = rows.filter((row) => row.step !== "referred");
  const total = after.reduce((sum, row) => sum + countIn(row.dropped), 0);
  const most = Math.max(0, ...after.map((row) => countIn(row.dropped)));
  const steps = after
    .filter((row) => row.dropped === most)
    .map((row) => `”${inSentence(labelIn(table, "step", row.step))}”`);
  const where =
    after.length === 1
      ? `i steget ${steps[0] ?? ""}`
      : `flest i ${steps.length === 1 ? "steget" : "stegen"} ${formatList(steps)}`;
  return [
    ...(before > 0 ? [`${sentenceCase(formatNumber(before))} har lämnat före inskrivningen`] : []),
    // One step that is not shown leaves neither a sum nor a largest.
    ...(hides
      ? [`Hur många deltagare som har avslutats före insatsen ${NOT_SHOWN}`]
      : total > 0
        ? [`${sentenceCase(formatNumber(total))} deltagare har avslutats före insatsen, ${where}`]
        : []),
  ];
}

/** That it is too early is a finding of its own. */
export function judged(tables: Tables): readonly string[] {
  const table = tableOf(tables, "assessment");
  const last = [...table.rows].reverse().find((row) => typeof row.too_early === "string");
  if (last === undefined) return [];
  const why = typeof last.why === "string" && last.why !== "" ? `: ”${last.why.replace(/\.$/, "")}”` : "";
  const due =
    typeof last.evaluation_due === "string" ? [`Utvärderingen ska vara klar ${dateWords(last.evaluation_due)}`] : [];
  switch (textIn(last.too_early)) {
    case "yes":
      return [`Det är för tidigt att bedöma resultatet${why}`, ...due];
    case "partly":
      return [`Resultatet går bara delvis att bedöma än${why}`, ...due];
    default:
      return ["Projektet säger att resultatet går att bedöma", ...due];
  }
}

function measure(tables: Tables, code: string): TableRow | undefined {
  const row = allPeriods(tableOf(tables, "measures")).find((one) => one.measure === code);
  return typeof row?.value === "number" ? row : undefined;
}

export function intake(tables: Tables): readonly string[] {
  const told = (
    [
      ["fu_enrolled", "har skrivits in"],
      ["fu_waiting", "väntar på att bli inskrivna"],
      ["fu_declined", "har tackat nej"],
    ] as const
  ).flatMap(([code, words]) => {
    const row = measure(tables, code);
    return row === undefined ? [] : [`${formatNumber(countIn(row.value))} ${words}`];
  });
  return told.length === 0 ? [] : [sentenceCase(formatList(told))];
}

/** The bin in which half of those enrolled are reached, and those within 14 days. */
export function enrolment(tables: Tables): readonly string[] {
  const rows = allPeriods(tableOf(tables, "times"));
  const hides = rows.some((row) => hidesAny(row, ["n", "share_within"]));
  const half = hides ? undefined : rows.find((row) => countIn(row.share_within) >= 0.5);
  const total = hides ? 0 : rows.reduce((sum, row) => sum + countIn(row.n), 0);
  const within = measure(tables, "fu_within_14d");
  const early =
    within !== undefined && typeof within.share === "number" && typeof within.base === "number"
      ? [
          `${sentenceCase(part(countIn(within.value), countIn(within.base)))} har skrivits in inom 14 dagar från första kontakt`,
        ]
      : [];
  if (hides) return [`Tiden från första kontakt till inskrivning ${NOT_SHOWN}`, ...early];
  if (half === undefined || total === 0) return early;
  const low = countIn(half.from_days) + (half.to_days === 0 ? 0 : 1);
  const days = formatRange(low, half.to_days === "∞" ? "∞" : countIn(half.to_days));
  return [
    `Mellersta tiden från första kontakt till inskrivning är ${days} dagar (${formatNumber(total)} personer)`,
    ...early,
  ];
}

/** At exit, and the latest status afterwards. */
export function outcome(tables: Tables): readonly string[] {
  const table = tableOf(tables, "outcomes");
  const rows = allPeriods(table);
  const hidden: string[] = [];
  const told = ["fu_exit_outcome", "fu_status_3m", "fu_status_6m", "fu_status_12m"].flatMap((kind) => {
    const all = rows.filter((row) => row.kind === kind);
    const inWork = (row: TableRow) => /\.(work|studies)$/.test(textIn(row.outcome));
    if (all.some((row) => isHidden(row.total) || (inWork(row) && isHidden(row.n)))) {
      hidden.push(inSentence(labelIn(table, "kind", kind)));
      return [];
    }
    const of = all.filter((row) => isNumber(row, "total"));
    const total = countIn(of[0]?.total);
    if (total === 0) return [];
    const good = of.filter(inWork).reduce((sum, row) => sum + countIn(row.n), 0);
    return [`${sentenceCase(labelIn(table, "kind", kind))} är ${part(good, total)} i arbete eller studier`];
  });
  const notShown = `Hur många som är i arbete eller studier ${formatList(hidden)} ${NOT_SHOWN}`;
  return hidden.length === 0 ? told : [...told, notShown];
}

/** Two counts of the same exits that differ are shown, not chosen between. */
export function stepsAgainstExits(tables: Tables): readonly string[] {
  const steps = stepRow(tables, "exit");
  const exits = measure(tables, "fu_exits");
  if (exits === undefined || !isNumber(steps, "entered") || steps?.entered === exits.value) return [];
  return [
    `Uppgifterna om avslut går inte ihop: stegen ger ${formatNumber(countIn(steps?.entered))}, men ${formatNumber(countIn(exits.value))} är angivna`,
  ];
}

export function hours(tables: Tables): readonly string[] {
  const rows = latestHours(tables);
  const both = rows.filter((row) => isNumber(row, "hours_difference"));
  if (both.length === 0) return [];
  const sum = (key: string) => both.reduce((total, row) => total + countIn(row[key]), 0);
  const parties = counted(both.length, ["part", "parter"]);
  const [planned, actual] = [sum("hours_planned"), sum("hours_actual")];
  const table = tableOf(tables, "parties");
  const less = both.filter((row) => countIn(row.hours_difference) < 0).map((row) => labelIn(table, "party", row.party));
  return [
    `I den senaste perioden la ${parties} ${formatNumber(actual, 1)} timmar i månaden av ${formatNumber(planned, 1)} planerade`,
    ...(less.length === 0 ? [] : [`Mindre än planerat lägger ${formatShortList(less, 3)}`]),
  ];
}

export function spent(tables: Tables): readonly string[] {
  const table = tableOf(tables, "money");
  const rows = allPeriods(table).filter((row) => isNumber(row, "difference"));
  const total = rows.find((row) => row.line === "total");
  if (total === undefined) return [];
  const difference = countIn(total.difference);
  const kronor = `${formatNumber(Math.abs(difference))} kronor`;
  const sum =
    difference === 0
      ? "Utfallet är lika med budgeten, där båda är angivna"
      : `Utfallet är ${kronor} ${difference > 0 ? "högre" : "lägre"} än budgeten, där båda är angivna`;
  const over = rows.filter((row) => row.line !== "total" && countIn(row.difference) > 0);
  const lines = over.map(
    (row) => `${inSentence(labelIn(table, "line", row.line))} (${formatNumber(countIn(row.difference))} kronor)`,
  );
  return [sum, ...(lines.length > 0 && difference <= 0 ? [`Över budget är ${formatList(lines)}`] : [])];
}

export function decided(tables: Tables): readonly string[] {
  const table = tableOf(tables, "improvements");
  const last = distinct(table, "period").at(-1);
  const rows = table.rows.filter((row) => row.period === last);
  if (rows.length === 0) return [];
  const done = rows.filter((row) => row.status === "done").length;
  const others = (
    [
      ["ongoing", "pågår", "pågår"],
      ["planned", "är planerad", "är planerade"],
      ["stopped", "är avbruten", "är avbrutna"],
    ] as const
  ).flatMap(([status, one, many]) => {
    const n = rows.filter((row) => row.status === status).length;
    return n === 0 ? [] : [`${formatNumber(n)} ${n === 1 ? one : many}`];
  });
  const rest = others.length === 0 ? "" : ` (${formatList(others)})`;
  return [
    `${sentenceCase(formatNumber(done))} av ${formatNumber(rows.length)} beslutade förbättringar är klara${rest}`,
  ];
}

/** How many statements are better and worse than in the study, and the largest step. */
export function changed(tables: Tables): readonly string[] {
  const table = tableOf(tables, "change");
  const last = distinct(table, "period").at(-1);
  const latest = table.rows.filter((row) => row.period === last);
  const isKept = (row: TableRow) => hidesAny(row, ["difference", "baseline", "median"]);
  const hides = latest.some(isKept);
  const rows = latest.filter((row) => isNumber(row, "difference") && !isKept(row));
  if (rows.length === 0) return hides ? [`Hur svaren har ändrats sedan förstudien ${NOT_SHOWN}`] : [];
  const name = (row: TableRow) =>
    `”${inSentence(labelIn(table, "statement", row.statement))}” enligt ${labelIn(table, "group", row.group).toLowerCase()}`;
  const [largest] = [...rows].sort((a, b) => Math.abs(countIn(b.difference)) - Math.abs(countIn(a.difference)));
  if (largest === undefined || largest.difference === 0)
    return [`Inget påstående${hides ? " av dem som visas" : ""} har fått ett annat mellersta svar än i förstudien`];
  const values = `från ${formatNumber(countIn(largest.baseline), 1)} till ${formatNumber(countIn(largest.median), 1)}`;
  return [
    `Mest${hides ? ", av det som visas," : ""} har svaren om ${name(largest)} ändrats, ${values} på skalan 1–5 (${counted(rows.length, ["jämförelse", "jämförelser"])})`,
  ];
}
