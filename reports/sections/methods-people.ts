/** Who the staff that answered are, in wide groups, and what parties and staff add in their own words. */
import { PARTY_KINDS } from "../../survey-definitions/codes.ts";
import { MEETS_GROUP, YEARS } from "../../survey-definitions/option-sets.ts";
import { codeAt, type Dataset } from "../dataset.ts";
import { textIn } from "../charts/read-table.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { labelsOf, missing } from "./cells.ts";
import { INSTRUMENT_LABELS } from "./coverage-tables.ts";
import { kindsOf, municipalityLabels, partyLabels } from "./places.ts";

export const PEOPLE_READS = ["st_party", "st_area", "st_years", "st_meets_group"] as const;

/** What parties and staff write that is about no section by itself, with the words that stand in the table. */
const FREE_TEXTS = [
  { instrument: "party", name: "open_comment", label: "Något mer" },
  { instrument: "staff", name: "st_open_comment", label: "Något mer" },
] as const;

export const TEXT_READS: readonly string[] = FREE_TEXTS.map(({ name }) => name);

/**
 * Staff by place, kind of party, years and how often they meet the group, each by itself: together they could tell who
 * somebody is. With fewer answers in all than the threshold nothing is said.
 */
export function staffTable(data: Dataset): Table {
  const { study, responses } = data;
  const staff = responses.get("staff");
  const n = staff?.n ?? 0;
  const column = (name: string) => {
    const found = staff?.columns.get(name);
    return (i: number) => (found?.kind === "single" ? codeAt(found, i) : undefined);
  };
  const [ownParty, ownArea] = [column("st_party"), column("st_area")];
  const questions = [
    {
      code: "municipality",
      of: (i: number) => study.municipalities[staff?.municipality[i] ?? -1] ?? ownArea(i),
      codes: study.municipalities,
    },
    {
      code: "party_kind",
      of: (i: number) => study.parties[staff?.party[i] ?? -1]?.kind ?? ownParty(i),
      codes: kindsOf(study),
    },
    { code: "years", of: column("st_years"), codes: YEARS.map(({ code }) => code) },
    { code: "meets_group", of: column("st_meets_group"), codes: MEETS_GROUP.map(({ code }) => code) },
  ];
  const rows = questions.flatMap(({ code, of, codes }) => {
    const counts = new Map<string, number>();
    for (let i = 0; i < n; i++) {
      const value = of(i);
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const stated = (value: TableCell) => (n < study.suppression_threshold ? missing("suppressed") : value);
    return codes.map((value): TableRow => {
      const count = counts.get(value) ?? 0;
      const share = answered === 0 ? missing("not_answered") : count / answered;
      return { question: code, group: value, answers: stated(count), share: stated(share) };
    });
  });
  return {
    id: "staff",
    title: "Personal som har svarat",
    columns: [
      { key: "question", label: "Fråga", unit: "code" },
      { key: "group", label: "Grupp", unit: "code" },
      { key: "answers", label: "Svar", unit: "responses" },
      { key: "share", label: "Andel", unit: "share" },
    ],
    rows: n === 0 ? [] : rows,
    notes: ["Varje fråga för sig: två frågor tillsammans kunde peka ut någon."],
    labels: {
      question: {
        municipality: "Kommun",
        party_kind: "Slag av part",
        years: "Tid på arbetsplatsen",
        meets_group: "Hur ofta den som svarar möter gruppen",
      },
      group: { ...municipalityLabels(data), ...labelsOf(PARTY_KINDS), ...labelsOf(YEARS), ...labelsOf(MEETS_GROUP) },
    },
  };
}

/** Parties by name; staff without place or party, in alphabetical order, and only when enough have answered. */
export function textsTable(data: Dataset): Table {
  const { study, responses } = data;
  const none = missing("not_applicable");
  const rows = FREE_TEXTS.flatMap(({ instrument, name }): readonly TableRow[] => {
    const all = responses.get(instrument);
    const texts = all?.columns.get(name);
    if (all === undefined || texts?.kind !== "text") return [];
    if (instrument === "staff" && all.n < study.suppression_threshold) return [];
    const found = texts.values.flatMap((text, i): TableRow[] => {
      if (texts.reasons[i] !== 0) return [];
      const isParty = instrument === "party";
      const party = isParty ? (study.parties[all.party[i] ?? -1]?.id ?? none) : none;
      const municipality = isParty ? (study.municipalities[all.municipality[i] ?? -1] ?? none) : none;
      return [{ instrument, question: name, party, municipality, text }];
    });
    return instrument === "staff" ? found.sort((a, b) => compareSwedish(textIn(a.text), textIn(b.text))) : found;
  });
  return {
    id: "texts",
    title: "Med egna ord",
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "question", label: "Fråga", unit: "code" },
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "text", label: "Svar", unit: "" },
    ],
    rows,
    notes: ["Texterna står som de skrevs. Personalens står utan part och kommun, i bokstavsordning."],
    labels: {
      instrument: INSTRUMENT_LABELS,
      question: Object.fromEntries(FREE_TEXTS.map(({ name, label }) => [name, label])),
      party: partyLabels(study),
      municipality: municipalityLabels(data),
    },
  };
}
