import { CONTRIBUTIONS, type Category } from "../../survey-definitions/codes.ts";
import { ARENA_CONTENT, ARENA_PRECONDITIONS, COMPETENCES } from "../../survey-definitions/option-sets.ts";
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { cellReader, labelsOf, missing } from "./cells.ts";
import { countMentions, eachList } from "./count-codes.ts";
import { freeTextsTable } from "./free-texts.ts";
import { allInOne, byMunicipality } from "./groups.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { KIND_LABELS, municipalityLabels, partyLabels, partyPlaces, periodOf } from "./places.ts";
import { expectedByPlace, rangeCells, sumRanges } from "./range-sums.ts";
import { ratingsTable } from "./ratings-table.ts";

/** What each party says it can give. */
export function offersTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "offers",
    title: `Vad varje part kan bidra med, ${periodOf(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "party_kind", label: "Slag av part", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "contributions", label: "Kan bidra med", unit: "code" },
      { key: "competence", label: "Kompetens", unit: "code" },
      { key: "hours", label: "Timmar per månad", unit: "hours a month" },
      { key: "hours_low", label: "Timmar, lägst", unit: "hours a month" },
      { key: "hours_high", label: "Timmar, högst", unit: "hours a month" },
    ],
    notes: [],
    labels: {
      party: partyLabels(study),
      party_kind: KIND_LABELS,
      municipality: municipalityLabels(data),
      contributions: labelsOf(CONTRIBUTIONS),
      competence: labelsOf(COMPETENCES),
    },
  };
  return withLazyRows(head, () => {
    const columns = data.responses.get("party")?.columns;
    const number = (name: string) => cellReader(columns?.get(name));
    const [hours, low, high] = [
      number("contrib_hours_month"),
      number("contrib_hours_month_low"),
      number("contrib_hours_month_high"),
    ];
    const lists = ["contrib", "contrib_competence"].map((name) => {
      const found = new Map<number, string>();
      eachList(columns?.get(name), (codes, i) => found.set(i, codes.join("|")));
      return found;
    });
    const none = missing("not_answered");
    return partyPlaces(data).map(({ party, kind, municipality, row }): TableRow => ({
      party,
      party_kind: kind,
      municipality,
      contributions: lists[0]?.get(row) ?? none,
      competence: lists[1]?.get(row) ?? none,
      hours: hours(row),
      hours_low: low(row),
      hours_high: high(row),
    }));
  });
}

/** What the hours of each municipality add up to: at least so many, since who has not answered is not in it. */
export function hoursTable(data: Dataset): Table {
  const { study } = data;
  const party = data.responses.get("party");
  const expected = expectedByPlace(data);
  const sums = party === undefined ? [] : sumRanges(party, "contrib_hours_month", byMunicipality(party, study));
  return {
    id: "hours",
    title: `Arbetstid som parterna kan bidra med, timmar per månad, ${periodOf(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "sum_low", label: "Timmar, lägst", unit: "hours a month" },
      { key: "sum_high", label: "Timmar, högst", unit: "hours a month" },
      { key: "stated", label: "Parter som angett timmar", unit: "parties" },
      { key: "expected", label: "Parter som tillfrågats", unit: "parties" },
    ],
    rows: study.municipalities.map((municipality, place): TableRow => {
      const sum = sums[place] ?? { low: 0, high: 0, stated: 0 };
      return { municipality, ...rangeCells(sum), stated: sum.stated, expected: expected[place] ?? 0 };
    }),
    notes: ["Summan är minst så stor som den står här: parter som inte angett timmar ingår inte."],
    labels: { municipality: municipalityLabels(data) },
  };
}

/** Places a year by intervention, as those state that have it. */
export function capacityTable({ study, responses }: Dataset): Table {
  const party = responses.get("party");
  return {
    id: "capacity",
    title: `Platser per år i de insatser som finns, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "places", label: "Platser, summa", unit: "places a year" },
      { key: "stated", label: "Svar med antal platser", unit: "responses" },
      { key: "offering", label: "Svar som säger att insatsen finns", unit: "responses" },
    ],
    rows: study.interventions.map(({ code }): TableRow => {
      const [sum] = party === undefined ? [] : sumRanges(party, `iv_capacity.${code}`, allInOne(party));
      const column = party?.columns.get(`iv_avail.${code}`);
      let offering = 0;
      if (column?.kind === "single") {
        const exists = column.codes.map((one) => one === "available" || one === "partly");
        for (let i = 0; i < column.values.length; i++)
          if (column.reasons[i] === 0 && exists[column.values[i] ?? -1] === true) offering++;
      }
      const stated = sum?.stated ?? 0;
      return {
        intervention: code,
        places: stated > 0 ? (sum?.low ?? 0) : missing(offering > 0 ? "not_answered" : "not_asked"),
        stated,
        offering,
      };
    }),
    notes: ["Summan är minst så stor som den står här: den som inte angett antal platser ingår inte."],
    labels: { intervention: labelsOf(study.interventions) },
  };
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly head: string;
  readonly variable: string;
  readonly codes: readonly Category[];
}

/** How many answers name each choice. */
function mentionsTable({ responses, study }: Dataset, { id, title, head, variable, codes }: Named): Table {
  const { by, answers } = countMentions(
    responses.get("party")?.columns.get(variable),
    codes.map(({ code }) => code),
  );
  return {
    id,
    title: `${title}, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "code", label: head, unit: "code" },
      { key: "mentions", label: "Svar som nämner det", unit: "responses" },
      { key: "answers", label: "Svar på frågan", unit: "responses" },
    ],
    rows: [...by].map(([code, { mentions }]) => ({ code, mentions, answers })),
    notes: [],
    labels: { code: labelsOf(codes) },
  };
}

export const contributionsTable = (data: Dataset): Table =>
  mentionsTable(data, {
    id: "contributions",
    title: "Vad parterna kan bidra med",
    head: "Bidrag",
    variable: "contrib",
    codes: CONTRIBUTIONS,
  });

export const competenceTable = (data: Dataset): Table =>
  mentionsTable(data, {
    id: "competence",
    title: "Kompetens som parterna kan bidra med",
    head: "Kompetens",
    variable: "contrib_competence",
    codes: COMPETENCES,
  });

export const arenaTable = (data: Dataset): Table =>
  mentionsTable(data, {
    id: "arena",
    title: "Vad en gemensam arena bör ha enligt parterna",
    head: "Innehåll",
    variable: "arena_content",
    codes: ARENA_CONTENT,
  });

export const preconditionsTable = (data: Dataset): Table =>
  mentionsTable(data, {
    id: "preconditions",
    title: "Vad som måste vara på plats först enligt parterna",
    head: "Förutsättning",
    variable: "arena_preconditions",
    codes: ARENA_PRECONDITIONS,
  });

export const sharedTable = (data: Dataset): Table =>
  mentionsTable(data, {
    id: "shared",
    title: "Stöd som bör delas mellan kommuner enligt parterna",
    head: "Insats",
    variable: "cross_municipal_need",
    codes: data.study.interventions,
  });

/** What it takes for a party to take part, in its own words. */
export const conditionsTable = (data: Dataset): Table =>
  freeTextsTable(data, {
    id: "conditions",
    title: "Vad som krävs för att delta, med parternas egna ord",
    questions: [{ variable: "conditions_to_join", label: "Vad som krävs" }],
  });

export const readinessTable = (data: Dataset): Table =>
  ratingsTable(data, {
    id: "readiness",
    title: `Beredskap och behov, från 1 (inte alls) till 5 (i mycket hög grad), antal svar, ${periodOf(data.study)}`,
    name: "Fråga",
    codes: [
      { code: "ready_to_join", label: "Beredda att delta" },
      { code: "arena_need", label: "En gemensam arena behövs" },
    ],
    rated: [{ group: "party", column: (code) => code }],
    ends: ["Inte alls", "I mycket hög grad"],
  });
