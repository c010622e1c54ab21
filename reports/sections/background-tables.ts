import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { missing } from "./cells.ts";
import { freeTextsTable } from "./free-texts.ts";
import { groupAndPeriod, municipalityLabels } from "./places.ts";
import { expectedByPlace } from "./range-sums.ts";

/** The population in the target ages, with the year and the source of every figure. */
export function populationTable(data: Dataset): Table {
  const { study, population } = data;
  const expected = expectedByPlace(data);
  const none = missing("cannot_state");
  return {
    id: "population",
    title: `Folkmängd, ${groupAndPeriod(study)}`,
    columns: [
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "persons", label: "Invånare i åldern", unit: "persons" },
      { key: "year", label: "År", unit: "year" },
      { key: "source", label: "Källa", unit: "" },
      { key: "approximated", label: "Ungefärligt", unit: "" },
      { key: "parties", label: "Parter i studien", unit: "parties" },
    ],
    rows: study.municipalities.map((municipality, place): TableRow => {
      const found = population.get(municipality);
      const parties = expected[place] ?? 0;
      if (found === undefined)
        return { municipality, persons: none, year: none, source: none, approximated: none, parties };
      const { persons, year, source, approximated } = found;
      return { municipality, persons, year, source, approximated, parties };
    }),
    notes: ["Ungefärligt: målgruppens ålder skär igenom en åldersklass, och en andel av klassen har räknats med."],
    labels: { municipality: municipalityLabels(data) },
  };
}

/** What the parties write of the place and of public statistics: their own words, to be read before they are shown. */
export const remarksTable = (data: Dataset): Table =>
  freeTextsTable(data, {
    id: "remarks",
    title: "Parternas egna ord om orten och om offentlig statistik",
    questions: [
      { variable: "local_conditions", label: "Särskilda förutsättningar på orten" },
      { variable: "known_stats_ref", label: "Offentlig statistik som stödjer bilden" },
    ],
  });
