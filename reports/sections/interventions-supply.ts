/** Supply against those who are known: places and persons reached by intervention and municipality. */
import type { Dataset } from "../dataset.ts";
import type { Table, TableCell, TableRow } from "../section.ts";
import { labelsOf, missing } from "./cells.ts";
import { withLazyRows } from "./lazy-rows.ts";
import { municipalityLabels, periodOf } from "./places.ts";
import { asNumbers, knownByPlace, type KnownPersons } from "./range-sums.ts";

interface Supply {
  told: number;
  offering: number;
  capacity: number;
  capacityStated: number;
  reached: number;
  reachedStated: number;
}

/**
 * One row an intervention × municipality. How many need the intervention is not asked; beside what there is stand the
 * persons of the target group whom the parties know: at least as many as the party with the most, at most their sum.
 */
export function supplyNeedTable(data: Dataset): Table {
  const { study } = data;
  const head = {
    id: "supply_need",
    title: `Platser och personer som fått stöd, mot hur många som är kända i målgruppen, ${periodOf(study)}`,
    columns: [
      { key: "intervention", label: "Insats", unit: "code" },
      { key: "municipality", label: "Kommun", unit: "code" },
      { key: "offering", label: "Parter där stödet finns, helt eller delvis", unit: "parties" },
      { key: "told", label: "Parter som svarat om stödet finns", unit: "parties" },
      { key: "capacity", label: "Platser per år", unit: "places a year" },
      { key: "capacity_stated", label: "Parter som angett platser", unit: "parties" },
      { key: "reached", label: "Fått stödet senaste 12 månaderna", unit: "persons, counted once a party" },
      { key: "reached_stated", label: "Parter som angett hur många som fått stödet", unit: "parties" },
      { key: "known_least", label: "Kända i målgruppen, minst", unit: "persons" },
      { key: "known_most", label: "Kända i målgruppen, högst", unit: "persons" },
    ],
    notes: [
      "Alla i målgruppen behöver inte varje insats, och hur många som gör det har ingen frågats om. Talen går därför inte att dela med varandra till en täckningsgrad.",
      "Kända i målgruppen är minst så många som hos den part som har flest, och högst summan av parternas antal.",
    ],
    labels: { intervention: labelsOf(study.interventions), municipality: municipalityLabels(data) },
  };
  return withLazyRows(head, () => supplyRows(data));
}

function supplyRows(data: Dataset): readonly TableRow[] {
  const { study } = data;
  const known = knownByPlace(data);
  return study.interventions.flatMap(({ code }) => {
    const supplies = suppliesOf(data, code);
    return study.municipalities.map((municipality, place): TableRow => {
      const supply = supplies[place] ?? nothing();
      const { told, offering, capacityStated, reachedStated } = supply;
      const none = missing(told === 0 ? "not_answered" : offering === 0 ? "not_applicable" : "cannot_state");
      return {
        intervention: code,
        municipality,
        offering,
        told,
        capacity: capacityStated > 0 ? supply.capacity : none,
        capacity_stated: capacityStated,
        reached: reachedStated > 0 ? supply.reached : none,
        reached_stated: reachedStated,
        ...knownCells(known[place]),
      };
    });
  });
}

const nothing = (): Supply => ({
  told: 0,
  offering: 0,
  capacity: 0,
  capacityStated: 0,
  reached: 0,
  reachedStated: 0,
});

function suppliesOf({ study, responses }: Dataset, code: string): readonly Supply[] {
  const found = study.municipalities.map(nothing);
  const party = responses.get("party");
  const available = party?.columns.get(`iv_avail.${code}`);
  if (party === undefined || available?.kind !== "single") return found;
  const exists = available.codes.map((one) => one === "available" || one === "partly");
  const capacity = asNumbers(party.columns.get(`iv_capacity.${code}`));
  const reached = asNumbers(party.columns.get(`iv_reached.${code}`));
  for (let i = 0; i < party.n; i++) {
    const supply = found[party.municipality[i] ?? -1];
    if (supply === undefined || available.reasons[i] !== 0) continue;
    supply.told++;
    if (exists[available.values[i] ?? -1] !== true) continue;
    supply.offering++;
    if (capacity?.reasons[i] === 0) {
      supply.capacity += capacity.values[i] ?? 0;
      supply.capacityStated++;
    }
    if (reached?.reasons[i] === 0) {
      supply.reached += reached.values[i] ?? 0;
      supply.reachedStated++;
    }
  }
  return found;
}

function knownCells(known: KnownPersons | undefined): {
  readonly known_least: TableCell;
  readonly known_most: TableCell;
} {
  const none = missing("not_answered");
  if (known === undefined || known.stated === 0) return { known_least: none, known_most: none };
  return { known_least: known.least, known_most: known.most === Infinity ? "∞" : known.most };
}
