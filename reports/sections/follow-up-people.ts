/** Follow-up: the participants, as aggregates: how they move through the project, how long it takes, what it comes to. */
import { LEAD_TIME_BINS, type Category } from "../../survey-definitions/codes.ts";
import { EXIT_OUTCOMES, FLOW_STEPS, MATCHES, ONWARD, STATUSES } from "../../survey-definitions/follow-up-options.ts";
import { dimensionOf, profileRows } from "../../survey-definitions/profile-rows.ts";
import type { Dataset, Responses } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { labelsOf, missing, numberIn } from "./cells.ts";
import {
  byParty,
  figuresOf,
  PERIOD_COLUMN,
  periodGroups,
  periodLabels,
  periodsOf,
  sumOf,
} from "./follow-up-periods.ts";

/** Who leaves from "referred" was never a participant, and is no exit. */
const FIRST_AS_PARTICIPANT = FLOW_STEPS.findIndex(({ code }) => code === "enrolled");

/** Into each step, on from it, out of the project before the intervention; what is left have not moved on yet. */
export function flowTable(responses: Responses): Table {
  const periods = periodsOf(responses);
  const figures = figuresOf(responses);
  const steps = FLOW_STEPS.map(({ code }) => code);
  const rows = periodGroups(periods).flatMap(({ id, rows: of }) => {
    const moved = (from: readonly string[], to: readonly string[]): TableCell =>
      sumOf(of.flatMap((row) => from.flatMap((a) => to.map((b) => figures.number(`fu_flow.${a}_${b}`, row)))));
    return steps.map((step, i): TableRow => {
      const later = steps.slice(i + 1);
      const isLast = step === "intervention";
      const entered =
        step === "referred"
          ? sumOf(of.flatMap((row) => [...byParty(responses, "fu_referred", row).values()]))
          : moved(steps.slice(step === "exit" ? FIRST_AS_PARTICIPANT : 0, i), [step]);
      if (step === "exit") {
        const none = missing("not_applicable");
        return { period: id, step, entered, went_on: none, dropped: none, remaining: none, share_on: none };
      }
      const wentOn = moved([step], isLast ? ["exit"] : later.filter((to) => to !== "exit"));
      const dropped = isLast ? missing("not_applicable") : moved([step], ["exit"]);
      const left = (numberIn(entered) ?? NaN) - (numberIn(wentOn) ?? 0) - (numberIn(dropped) ?? 0);
      return {
        period: id,
        step,
        entered,
        went_on: wentOn,
        dropped,
        remaining: left >= 0 ? left : missing(Number.isNaN(left) ? "not_answered" : "cannot_state"),
        share_on: shareOf(wentOn, entered),
      };
    });
  });
  return {
    id: "flow",
    title: "Vägen genom projektet, antal personer",
    columns: [
      PERIOD_COLUMN,
      { key: "step", label: "Steg", unit: "code" },
      { key: "entered", label: "Till steget", unit: "persons" },
      { key: "went_on", label: "Vidare till nästa steg", unit: "persons" },
      { key: "dropped", label: "Lämnade före insatsen", unit: "persons" },
      { key: "remaining", label: "Inte vidare än", unit: "persons" },
      { key: "share_on", label: "Andel vidare", unit: "share" },
    ],
    rows,
    notes: [
      "Varje steg räknas för sig: den som hoppar över ett steg räknas bara i det steg som hen kommer till. Tomma rutor räknas inte, så talen är minst så stora.",
      "Den som lämnar före inskrivningen har aldrig varit deltagare: den räknas som lämnad i steget Anmäld och inte i steget Avslut.",
      "I en enskild period kan fler gå vidare från ett steg än som kommer till det, eftersom några kom dit tidigare; då går det inte att säga hur många som är kvar.",
    ],
    labels: { period: periodLabels(periods), step: labelsOf(FLOW_STEPS) },
  };
}

function shareOf(part: TableCell, whole: TableCell): TableCell {
  if (typeof part !== "number") return part;
  if (typeof whole !== "number") return whole;
  if (whole === 0) return missing("not_applicable");
  return part <= whole ? part / whole : missing("cannot_state");
}

/** Time from first contact to enrolment, in bins; `share_within` is the share with at most so long a time. */
export function timesTable(responses: Responses): Table {
  const periods = periodsOf(responses);
  const figures = figuresOf(responses);
  const rows = periodGroups(periods).flatMap(({ id, rows: of }) => {
    const counts = LEAD_TIME_BINS.map(({ code }) =>
      sumOf(of.map((row) => figures.number(`fu_first_to_enrol.${code}`, row))),
    );
    const total = counts.reduce<number>((sum, n) => sum + (numberIn(n) ?? 0), 0);
    let within = 0;
    return LEAD_TIME_BINS.map(({ code, from, to }, i): TableRow => {
      const n = counts[i] ?? missing("not_answered");
      within += numberIn(n) ?? 0;
      const share = (part: number): TableCell => (total === 0 ? missing("not_answered") : part / total);
      return {
        period: id,
        bin: code,
        from_days: from,
        to_days: to ?? "∞",
        n,
        share: share(numberIn(n) ?? 0),
        share_within: share(within),
      };
    });
  });
  return {
    id: "times",
    title: "Tid från första kontakt till inskrivning, antal personer",
    columns: [
      PERIOD_COLUMN,
      { key: "bin", label: "Tid", unit: "code" },
      { key: "from_days", label: "Mer än", unit: "days" },
      { key: "to_days", label: "Högst", unit: "days" },
      { key: "n", label: "Personer", unit: "persons" },
      { key: "share", label: "Andel", unit: "share" },
      { key: "share_within", label: "Andel inom tiden", unit: "share" },
    ],
    rows,
    notes: [],
    labels: { period: periodLabels(periods), bin: labelsOf(LEAD_TIME_BINS) },
  };
}

export const OUTCOME_KINDS = [
  { code: "fu_match", label: "Om insatsen passade behovet", categories: MATCHES },
  { code: "fu_onward", label: "Slussade vidare till", categories: ONWARD },
  { code: "fu_exit_outcome", label: "Vid avslut", categories: EXIT_OUTCOMES },
  { code: "fu_status_3m", label: "3 månader efter avslut", categories: STATUSES },
  { code: "fu_status_6m", label: "6 månader efter avslut", categories: STATUSES },
  { code: "fu_status_12m", label: "12 månader efter avslut", categories: STATUSES },
] as const satisfies readonly (Category & { readonly categories: readonly Category[] })[];

/** What it came to; what nobody has stated anything about has rows that say so. */
export function outcomesTable(responses: Responses): Table {
  const periods = periodsOf(responses);
  const figures = figuresOf(responses);
  const rows = periodGroups(periods).flatMap(({ id, rows: of }) =>
    OUTCOME_KINDS.flatMap(({ code: kind, categories }) => {
      const counts = categories.map(({ code }) => sumOf(of.map((row) => figures.number(`${kind}.${code}`, row))));
      const total = sumOf(counts.map(numberIn));
      return categories.map(({ code }, i): TableRow => {
        const n = counts[i] ?? missing("not_answered");
        return { period: id, kind, outcome: `${kind}.${code}`, n, total, share: shareOf(n, total) };
      });
    }),
  );
  return {
    id: "outcomes",
    title: "Vart deltagarna kom, antal personer",
    columns: [
      PERIOD_COLUMN,
      { key: "kind", label: "När och vad", unit: "code" },
      { key: "outcome", label: "Utfall", unit: "code" },
      { key: "n", label: "Personer", unit: "persons" },
      { key: "total", label: "Alla", unit: "persons" },
      { key: "share", label: "Andel", unit: "share" },
    ],
    rows,
    notes: ["En person kan slussas vidare till flera; de andelarna är av alla gånger det har hänt."],
    labels: {
      period: periodLabels(periods),
      kind: labelsOf(OUTCOME_KINDS),
      outcome: Object.fromEntries(
        OUTCOME_KINDS.flatMap(({ code: kind, categories }) =>
          categories.map(({ code, label }) => [`${kind}.${code}`, label] as const),
        ),
      ),
    },
  };
}

const DIMENSIONS = {
  sex: "Kön",
  age: "Ålder",
  single_parent: "Ensamstående förälder",
  education: "Utbildning",
  support: "Försörjning",
};

/** The participants of each period by background. Periods are not added: many take part in several. */
export function profileTable({ study }: Dataset, responses: Responses): Table {
  const periods = periodsOf(responses);
  const figures = figuresOf(responses);
  const backgrounds = profileRows(study.target_group);
  const rows = periods.flatMap(({ id, row }) => {
    const totals = new Map<string, number>();
    for (const { code } of backgrounds) {
      const dimension = dimensionOf(code) ?? "";
      totals.set(dimension, (totals.get(dimension) ?? 0) + (figures.number(`fu_profile.${code}`, row) ?? 0));
    }
    return backgrounds.map(({ code }): TableRow => {
      const dimension = dimensionOf(code) ?? "";
      const n = figures.cell(`fu_profile.${code}`, row);
      return { period: id, dimension, background: code, n, share: shareOf(n, totals.get(dimension) ?? 0) };
    });
  });
  return {
    id: "profile",
    title: "Deltagarna efter bakgrund, antal personer",
    columns: [
      PERIOD_COLUMN,
      { key: "dimension", label: "Bakgrund", unit: "code" },
      { key: "background", label: "Grupp", unit: "code" },
      { key: "n", label: "Personer", unit: "persons" },
      { key: "share", label: "Andel", unit: "share" },
    ],
    rows,
    notes: [],
    labels: { period: periodLabels(periods), dimension: DIMENSIONS, background: labelsOf(backgrounds) },
  };
}
