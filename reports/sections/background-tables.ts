import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { groupAndPeriod, municipalityLabels, partyLabels, partyPlaces, periodOf } from "./places.ts";
import { expectedByPlace } from "./range-sums.ts";
import { wordReader } from "./word-cells.ts";

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
export function remarksTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "remarks",
    title: `Parternas egna ord om orten och om offentlig statistik, ${periodOf(study)}`,
    columns: [
      { key: "party", label: "Part", unit: "" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "local_conditions", label: "Särskilda förutsättningar på orten", unit: "" },
      { key: "known_stats_ref", label: "Offentlig statistik som stödjer bilden", unit: "" },
    ],
    notes: ["Texterna är parternas egna och återges som de skrivits."],
    labels: { party: partyLabels(study), municipality: municipalityLabels(data) },
  };
  return withLazyRows(head, () => {
    const columns = data.responses.get("party")?.columns;
    const local = wordReader(columns?.get("local_conditions"));
    const stats = wordReader(columns?.get("known_stats_ref"));
    return partyPlaces(data).map(({ party, municipality, row }) => ({
      party,
      municipality,
      local_conditions: local(row),
      known_stats_ref: stats(row),
    }));
  });
}
