import type { Population } from "../../reports/dataset.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { StatisticsRow } from "../store/store.ts";

/** Population figures from one place, such as an imported file or one table of Statistics Sweden. */
export interface PopulationSource {
  /** As the report names it: "SCB, tabell BefolkningNy". */
  readonly source: string;
  /** Bands may overlap and single years may stand beside bands; the narrowest that holds an age is used. */
  readonly rows: readonly StatisticsRow[];
}

/** From here on the statistics have one open class. */
const OPEN_AGE = 100;

/**
 * Persons in the target ages by municipality.
 *
 * For each municipality the first source that covers every target age, and of that source the newest such year. Where
 * the target ages cut through a band, the share of the band that they make up is taken (as if everyone in it were
 * spread evenly over its years) and the figure is marked as approximated; it is rounded to whole persons.
 *
 * @param study whose municipalities and ages are counted
 * @param sources in order of preference
 * @returns municipality code → persons; no entry where no source covers the ages for both sexes
 */
export function populationOf(
  study: Pick<Study, "municipalities" | "target_group">,
  sources: readonly PopulationSource[],
): ReadonlyMap<string, Population> {
  const wanted = new Set(study.municipalities);
  const { age_min: from, age_max: to } = study.target_group;
  const found = new Map<string, Population>();
  for (const { source, rows } of sources) {
    const series = bySeries(rows.filter(({ region }) => wanted.has(region) && !found.has(region)));
    for (const part of series) {
      const [first] = part;
      if (first === undefined || first.year <= (found.get(first.region)?.year ?? -Infinity)) continue;
      const counted = countAges(part, from, Math.min(to, OPEN_AGE));
      if (counted) found.set(first.region, { ...counted, year: first.year, source });
    }
  }
  return found;
}

/** The rows of each municipality and year. */
function bySeries(rows: readonly StatisticsRow[]): readonly (readonly StatisticsRow[])[] {
  const series = new Map<string, StatisticsRow[]>();
  for (const row of rows) {
    const key = `${row.region} ${row.year}`;
    const part = series.get(key);
    if (part) part.push(row);
    else series.set(key, [row]);
  }
  return [...series.values()];
}

/** Undefined where an age is not covered for both sexes together. */
function countAges(
  rows: readonly StatisticsRow[],
  from: number,
  to: number,
): Pick<Population, "persons" | "approximated"> | undefined {
  let persons = 0;
  let approximated = false;
  for (const sexes of sexesOf(rows)) {
    const used = new Map<StatisticsRow, number>();
    let whole = true;
    for (let age = from; age <= to && whole; age++) {
      const band = narrowest(sexes, age);
      if (band) used.set(band, (used.get(band) ?? 0) + 1);
      else whole = false;
    }
    if (!whole) return undefined;
    for (const [band, ages] of used) {
      const width = band.ageFrom >= OPEN_AGE ? 1 : band.ageTo - band.ageFrom + 1;
      persons += (band.population * ages) / width;
      if (ages < width) approximated = true;
    }
  }
  return { persons: Math.round(persons), approximated };
}

/** The rows of both sexes together where they stand alone, otherwise those of men and those of women. */
function sexesOf(rows: readonly StatisticsRow[]): readonly (readonly StatisticsRow[])[] {
  const of = (sex: StatisticsRow["sex"]) => rows.filter((row) => row.sex === sex);
  const [men, women] = [of("M"), of("F")];
  return men.length > 0 && women.length > 0 ? [men, women] : [of("T")];
}

function narrowest(rows: readonly StatisticsRow[], age: number): StatisticsRow | undefined {
  return rows
    .filter(({ ageFrom, ageTo }) => ageFrom <= age && age <= ageTo)
    .reduce<StatisticsRow | undefined>(
      (best, row) => (best === undefined || row.ageTo - row.ageFrom < best.ageTo - best.ageFrom ? row : best),
      undefined,
    );
}
