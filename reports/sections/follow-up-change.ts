/** Follow-up: the same statements before and now. */
import { STAFF_STATEMENTS, VOICE_STATEMENTS } from "../../survey-definitions/follow-up-options.ts";
import type { Dataset, Responses } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import { countCodes } from "./count-codes.ts";
import { figuresOf, PERIOD_COLUMN, periodLabels, periodsOf } from "./follow-up-periods.ts";
import { medianOfCounts } from "./ratings.ts";
import { answeringGroups, isTooFew, VOICE_GROUPS } from "./voices-groups.ts";

const RATINGS = ["1", "2", "3", "4", "5"];

/** Statements that the study's own questionnaires ask about on the same scale; the others have no baseline. */
const SAME_SCALE = new Set<string>(
  [...STAFF_STATEMENTS, ...VOICE_STATEMENTS]
    .map(({ code }) => code)
    .filter((code) => /^(st|v)_/.test(code) && code !== "v_after_plan"),
);

const VIEWS = [
  { instrument: "staff", statements: STAFF_STATEMENTS, base: "fu_staff_view", n: "fu_staff_view_n" },
  { instrument: "voice", statements: VOICE_STATEMENTS, base: "fu_voice_view", n: "fu_voice_view_n" },
] as const;

/**
 * The middle answer in the study and in each period. The study has young people and guardians apart; the follow-up has
 * one middle answer for both, and each is held against it.
 */
export function changeTable(data: Dataset, responses: Responses): Table {
  const threshold = data.study.suppression_threshold;
  const periods = periodsOf(responses);
  const figures = figuresOf(responses);
  const answering = answeringGroups(data);
  const rows = VIEWS.flatMap(({ instrument, statements, base, n: counted }) => {
    const found = answering.find((one) => one.instrument === instrument);
    const groups = instrument === "staff" ? ["staff"] : ["young", "guardian"];
    return statements.flatMap(({ code }) =>
      groups.flatMap((group, place) => {
        const before = SAME_SCALE.has(code) ? baseline(found, code, place, instrument, threshold) : NO_BASELINE;
        return periods.map(({ id, row }): TableRow => {
          const n = figures.cell(counted, row);
          const few = typeof n === "number" && isTooFew(instrument, n, threshold);
          const now = few ? missing("suppressed") : ratingOf(cellReader(responses.columns.get(`${base}.${code}`))(row));
          const isBoth = typeof now === "number" && typeof before.median === "number";
          return {
            statement: code,
            group,
            period: id,
            baseline_n: before.n,
            baseline: before.median,
            n: few ? missing("suppressed") : n,
            median: now,
            difference: isBoth ? now - Number(before.median) : typeof now === "number" ? before.median : now,
          };
        });
      }),
    );
  });
  return {
    id: "change",
    title: "Samma påståenden i förstudien och nu, mellersta svaret på skalan 1–5",
    columns: [
      { key: "statement", label: "Påstående", unit: "code" },
      { key: "group", label: "Svarande i förstudien", unit: "code" },
      PERIOD_COLUMN,
      { key: "baseline_n", label: "Svar i förstudien", unit: "responses" },
      { key: "baseline", label: "Förstudien", unit: "1–5" },
      { key: "n", label: "Svar i uppföljningen", unit: "responses" },
      { key: "median", label: "Uppföljningen", unit: "1–5" },
      { key: "difference", label: "Skillnad", unit: "steps of 1–5" },
    ],
    rows,
    notes: [
      "Det är inte säkert samma personer som har svarat båda gångerna. Uppföljningen har ett gemensamt mellersta svar för unga och vårdnadshavare; i förstudien står de var för sig.",
      "”Inte aktuellt” betyder att påståendet inte finns i förstudiens formulär på samma skala.",
    ],
    labels: {
      statement: labelsOf([...STAFF_STATEMENTS, ...VOICE_STATEMENTS]),
      group: labelsOf(VOICE_GROUPS),
      period: periodLabels(periods),
    },
  };
}

interface Baseline {
  readonly n: TableCell;
  readonly median: TableCell;
}

const NO_BASELINE: Baseline = { n: missing("not_applicable"), median: missing("not_applicable") };

function baseline(
  found: ReturnType<typeof answeringGroups>[number] | undefined,
  column: string,
  place: number,
  instrument: "staff" | "voice",
  threshold: number,
): Baseline {
  const by = found && countCodes(found.responses.columns.get(column), found.groups, RATINGS)[place]?.by;
  const n = by?.reduce((sum, count) => sum + count, 0) ?? 0;
  if (isTooFew(instrument, n, threshold)) return { n: missing("suppressed"), median: missing("suppressed") };
  return { n, median: medianOfCounts(by ?? []) ?? missing("not_answered") };
}

const ratingOf = (cell: TableCell): TableCell => (typeof cell === "string" ? Number(cell) : cell);
