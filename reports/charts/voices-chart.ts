import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { FEW_ANSWERS, formatList, formatNumber, formatPercent, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import {
  countIn,
  distinct,
  HIDDEN_WORDS,
  hidesAny,
  isHidden,
  labelIn,
  reasonIn,
  tableOf,
  textIn,
} from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { dotSample, swatch } from "./samples.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP } from "./tokens.ts";

const SIDES = [
  { key: "negative", label: "Dåliga svar", fill: COLOURS.rust },
  { key: "middle", label: "Varken eller", fill: COLOURS.neutral },
  { key: "positive", label: "Bra svar", fill: COLOURS.deep },
] as const;

/** Bad answers to the left and good ones to the right of zero, the groups of each statement below each other. */
export function statementsBody(tables: Tables, { width }: DrawContext, statements: ReadonlySet<string>): ChartBody {
  const table = tableOf(tables, "statements");
  const asked = distinct(table, "statement").filter((statement) => statements.has(statement));
  const rowsOf = (statement: string) => table.rows.filter((row) => row.statement === statement);
  const hasValue = (statement: string) =>
    rowsOf(statement).some((row) => typeof row.net === "number" && !hidesAny(row, FIGURES));
  const panels = asked.filter(hasValue).map((statement): RowPanel => ({
    key: statement,
    heading: labelIn(table, "statement", statement),
    rows: rowsOf(statement).map((row) => statementRow(table, row)),
  }));
  const silent = asked
    .filter((statement) => !hasValue(statement))
    .map((one) => `”${labelIn(table, "statement", one)}”`);
  const ticks = [-1, -0.5, 0, 0.5, 1].map((value) => ({ value, label: `${Math.abs(value) * 100}\u00a0%` }));
  const legend = SIDES.map(({ label, fill }) => ({ label, sample: swatch(fill) }));
  const scene = layoutRows(
    { panels, scale: { min: -1, max: 1, ticks }, legend, valueHead: width < NARROW ? "" : "Netto, n" },
    width,
  );
  return {
    scene,
    notes: [
      "Längden är andel av gruppens svar; talen i staplarna är antal svar. Svaren i mitten ligger mitt över noll. Netto är andelen bra svar minus andelen dåliga.",
      ...(silent.length > 0 ? [`Inga svar, eller inga som visas, om ${formatList(silent)}.`] : []),
    ],
  };
}

const FIGURES = ["n", "positive", "middle", "negative", "net"];

function statementRow(table: Table, row: TableRow): ChartRow {
  const label = labelIn(table, "group", row.group);
  const question = labelIn(table, "asked", row.asked);
  const heading = labelIn(table, "statement", row.statement);
  const head = { key: textIn(row.group), label, ...(question === heading ? {} : { sub: question }) };
  if (hidesAny(row, FIGURES)) {
    const tip = `${label}, ${heading}: ${inSentence(HIDDEN_WORDS)}`;
    return { ...head, value: "", marks: [], words: HIDDEN_WORDS, tip };
  }
  const n = countIn(row.n);
  if (typeof row.net !== "number") {
    const words = reasonIn(row.net);
    return { ...head, value: "", marks: [], words, tip: `${label}, ${heading}: ${words.toLowerCase()}` };
  }
  let before = -(countIn(row.negative) + countIn(row.middle) / 2) / n;
  const marks = SIDES.flatMap(({ key, fill }): RowMark[] => {
    const count = countIn(row[key]);
    const from = before;
    before += count / n;
    return count === 0 ? [] : [{ kind: "bar", from, to: before, fill, label: formatNumber(count) }];
  });
  const net = `${row.net > 0 ? "+" : ""}${formatNumber(row.net)}`;
  const words = SIDES.map(({ key, label: side }) => `${side.toLowerCase()} ${formatNumber(countIn(row[key]))}`).join(
    ", ",
  );
  return { ...head, value: `${net}, n\u00a0=\u00a0${formatNumber(n)}`, marks, tip: `${label}, ${heading}: ${words}` };
}

/** How many places and how many new beginnings, in bands from light to dark. */
export function experienceBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "experience");
  const bands = ["n0", "n1", "n2_3", "n4_5", "n6_plus"];
  const panels = ["v_n_contacts", "v_retold"].map((question): RowPanel => {
    const rows = distinct(table, "group").map((group): ChartRow => {
      const of = table.rows.filter((row) => row.question === question && row.group === group);
      const label = labelIn(table, "group", group);
      const [first] = of;
      if (of.some((row) => hidesAny(row, ["n", "answers", "share"]))) {
        const tip = `${label}: ${inSentence(HIDDEN_WORDS)}`;
        return { key: group, label, value: "", marks: [], words: HIDDEN_WORDS, tip };
      }
      if (typeof first?.share !== "number") {
        const words = reasonIn(first?.share);
        return { key: group, label, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
      }
      let before = 0;
      const marks = bands.flatMap((band, i): RowMark[] => {
        const row = of.find(({ answer }) => answer === `${question}.${band}`);
        const from = before;
        before += countIn(row?.share);
        const n = countIn(row?.n);
        return n === 0
          ? []
          : [{ kind: "bar", from, to: before, fill: STEPS_OF_DEEP[i] ?? COLOURS.deep, label: formatNumber(n) }];
      });
      const words = of.map(
        (row) => `${labelIn(table, "answer", row.answer).toLowerCase()} ${formatNumber(countIn(row.n))}`,
      );
      const value = `n\u00a0=\u00a0${formatNumber(countIn(first.answers))}`;
      return { key: group, label, value, marks, tip: `${label}: ${words.join(", ")}` };
    });
    return { key: question, heading: labelIn(table, "question", question), rows };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const labels = ["0", "1", "2–3", "4–5", "6 eller fler"];
  const legend = labels.map((label, i) => ({ label, sample: swatch(STEPS_OF_DEEP[i] ?? COLOURS.deep) }));
  const scene = layoutRows({ panels, scale: { min: 0, max: 1, ticks }, legend, valueHead: "Svar" }, width);
  return { scene, notes: ["Längden är andel av svaren; talen i staplarna är antal svar."] };
}

const GROUP_COLOURS: Readonly<Record<string, string>> = {
  young: COLOURS.deep,
  guardian: COLOURS.plum,
  staff: COLOURS.ochre,
  party: COLOURS.blue,
};
const HOLLOW = new Set(["guardian", "party"]);

/** A dot a group: how large a part of its answers says that the support is missing. */
export function supportBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "support");
  const rows = table.rows.filter((row) => row.question === "missing");
  const groups = distinct({ ...table, rows }, "group").filter((group) =>
    rows.some((row) => row.group === group && typeof row.share === "number"),
  );
  const name = (code: string) => labelIn(table, "intervention", code);
  const rowOf = new Map(rows.map((row) => [`${textIn(row.intervention)}/${textIn(row.group)}`, row]));
  const hides = (row: TableRow | undefined) => hidesAny(row, ["n", "answers", "share"]);
  const share = (code: string, group: string) => {
    const row = rowOf.get(`${code}/${group}`);
    return typeof row?.share === "number" && !hides(row) ? row.share : undefined;
  };
  const asked = distinct({ ...table, rows }, "group");
  const most = (code: string) => Math.max(0, ...groups.map((group) => share(code, group) ?? 0));
  const codes = [...distinct({ ...table, rows }, "intervention")].sort(
    (a, b) => most(b) - most(a) || compareSwedish(name(a), name(b)),
  );
  const chartRows = codes.map((code): ChartRow => {
    const told = groups.flatMap((group) => {
      const part = share(code, group);
      return part === undefined ? [] : [{ group, part }];
    });
    const words = told.map(
      ({ group, part }) => `${labelIn(table, "group", group).toLowerCase()} ${formatPercent(part)}`,
    );
    return {
      key: code,
      label: name(code),
      value: "",
      marks: told.map(({ group, part }, i) => ({
        kind: "dot",
        at: part,
        colour: GROUP_COLOURS[group] ?? COLOURS.ink,
        hollow: HOLLOW.has(group),
        // Groups that say the same stand above each other.
        offset: told.length < 2 ? 0 : (i - (told.length - 1) / 2) * 7,
      })),
      ...(told.length === 0
        ? { words: asked.some((group) => hides(rowOf.get(`${code}/${group}`))) ? HIDDEN_WORDS : "Inget svar" }
        : {}),
      tip: `${name(code)}: ${words.join(", ") || "inget svar"}`,
    };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const legend = groups.map((group) => {
    const answers = rows.find((row) => row.group === group)?.answers;
    const n = isHidden(answers) ? "" : ` (${formatNumber(countIn(answers))} svar)`;
    return {
      label: `${labelIn(table, "group", group)}${n}`,
      sample: dotSample(GROUP_COLOURS[group] ?? COLOURS.ink, HOLLOW.has(group)),
    };
  });
  const few = groups.some((group) => {
    const answers = rows.find((row) => row.group === group)?.answers;
    return typeof answers === "number" && answers < FEW_ANSWERS;
  });
  const kept = asked.filter((group) => rows.some((row) => row.group === group && hides(row)));
  const names = kept.map((group) => labelIn(table, "group", group).toLowerCase());
  const scene = layoutRows(
    { panels: [{ key: "missing", rows: chartRows }], scale: { min: 0, max: 1, ticks }, legend },
    width,
  );
  return {
    scene,
    notes: [
      ...(few ? ["Där en grupp har lämnat färre än tio svar flyttar varje svar punkten långt."] : []),
      ...(kept.length > 0 ? [`En punkt som saknas för ${formatList(names)} ${inSentence(HIDDEN_WORDS)}.`] : []),
    ],
  };
}
