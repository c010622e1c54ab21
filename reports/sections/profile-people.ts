/** Age and sex of those known, and whether the group grows. */
import { MEETS_GROUP } from "../../survey-definitions/option-sets.ts";
import { TRENDS, type Category } from "../../survey-definitions/codes.ts";
import { ageBands, SEXES } from "../../survey-definitions/profile-rows.ts";
import type { Dataset, NumberColumn } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { labelsOf } from "./cells.ts";
import { countCodes } from "./count-codes.ts";
import { byKind, byMunicipality } from "./groups.ts";
import { GROUP_LABELS } from "./interventions-tables.ts";
import { groupAndPeriod, KIND_LABELS, municipalityLabels, periodOf } from "./places.ts";
import { asNumbers, expectedByPlace } from "./range-sums.ts";

/** Persons by age and sex in each municipality; a row for each age of the study. */
export function sexAgeTable(data: Dataset): Table {
  const { study } = data;
  const party = data.responses.get("party");
  const bands = ageBands(study.target_group);
  const columns = bands.map(({ code }) =>
    SEXES.map((sex) => asNumbers(party?.columns.get(`n_by_sex_age.${sex.code}_${code}`))),
  );
  const places = study.municipalities.map(() => ({ sums: bands.map(() => SEXES.map(() => 0)), stated: 0 }));
  for (let i = 0; i < (party?.n ?? 0); i++) {
    const place = places[party?.municipality[i] ?? -1];
    if (place !== undefined && addPersons(place.sums, columns, i)) place.stated++;
  }
  const expected = expectedByPlace(data);
  return {
    id: "sex_age",
    title: `Kända efter ålder och kön, ${groupAndPeriod(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "age", label: "Ålder", unit: "code" },
      ...SEXES.map(({ code, label }) => ({ key: code, label, unit: "persons, counted once a party" })),
      { key: "stated", label: "Parter som angett ålder och kön", unit: "parties" },
      { key: "expected", label: "Parter som tillfrågats", unit: "parties" },
    ],
    rows: study.municipalities.flatMap((municipality, p) =>
      bands.map(({ code: age }, band): TableRow => {
        const [women = 0, men = 0, other = 0] = places[p]?.sums[band] ?? [];
        return { municipality, age, women, men, other, stated: places[p]?.stated ?? 0, expected: expected[p] ?? 0 };
      }),
    ),
    notes: [
      "Summor av vad parterna angett: en person som är känd hos flera parter räknas en gång för var och en av dem, och parter som inte svarat ingår inte.",
    ],
    labels: { municipality: municipalityLabels(data), age: labelsOf(bands) },
  };
}

/** Adds the persons of one answer; false where it states none at all. */
function addPersons(sums: number[][], columns: readonly (readonly (NumberColumn | undefined)[])[], i: number): boolean {
  let stated = false;
  columns.forEach((sexes, band) => {
    const sum = sums[band];
    sexes.forEach((column, sex) => {
      if (sum === undefined || column === undefined || column.reasons[i] !== 0) return;
      stated = true;
      sum[sex] = (sum[sex] ?? 0) + (column.values[i] ?? 0);
    });
  });
  return stated;
}

const TREND_CODES = TRENDS.map(({ code }) => code);
const ASKED: readonly { readonly group: "party" | "staff"; readonly column: string }[] = [
  { group: "party", column: "trend_3y" },
  { group: "staff", column: "st_trend" },
];

/** How the group has changed in three years, by municipality, as the parties and the staff see it. */
export function trendTable(data: Dataset): Table {
  const { study } = data;
  const rows = ASKED.flatMap(({ group, column }): readonly TableRow[] => {
    const of = data.responses.get(group);
    if (of === undefined || (group !== "party" && of.n === 0)) return [];
    const counts = countCodes(of.columns.get(column), byMunicipality(of, study), TREND_CODES);
    return counts.map(({ by, dontKnow, noAnswer }, place) => ({
      municipality: study.municipalities[place] ?? "",
      group,
      ...Object.fromEntries(TREND_CODES.map((code, i) => [code, by[i] ?? 0])),
      dont_know: dontKnow,
      no_answer: noAnswer,
    }));
  });
  return {
    id: "trend",
    title: `Gruppens förändring på tre år, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "group", label: "Svarande", unit: "code" },
      ...TRENDS.map(({ code, label }: Category) => ({ key: code, label, unit: "responses" })),
      { key: "dont_know", label: "Vet ej", unit: "responses" },
      { key: "no_answer", label: "Inget svar", unit: "responses" },
    ],
    rows,
    notes: [],
    labels: { municipality: municipalityLabels(data), group: GROUP_LABELS },
  };
}

/** How often the staff of each kind of party meet the group; no rows where no staff have answered. */
export function meetsTable({ responses, study }: Dataset): Table {
  const staff = responses.get("staff");
  const codes = MEETS_GROUP.map(({ code }) => code);
  const groups = staff === undefined || staff.n === 0 ? undefined : byKind(staff, study);
  const counts = groups === undefined ? [] : countCodes(staff?.columns.get("st_meets_group"), groups, codes);
  return {
    id: "meets",
    title: `Hur ofta personalen möter gruppen, antal svar, ${periodOf(study)}`,
    columns: [
      { key: "party_kind", label: "Slag av part", unit: "code" },
      ...MEETS_GROUP.map(({ code, label }) => ({ key: code, label, unit: "responses" })),
      { key: "no_answer", label: "Inget svar", unit: "responses" },
    ],
    rows: counts.map(({ by, noAnswer, dontKnow }, place): TableRow => ({
      party_kind: groups?.ids[place] ?? "",
      ...Object.fromEntries(codes.map((code, i) => [code, by[i] ?? 0])),
      no_answer: noAnswer + dontKnow,
    })),
    notes: [],
    labels: { party_kind: KIND_LABELS },
  };
}
