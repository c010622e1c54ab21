/** Response rates where they mean something: where it is known who was asked. */
import type { Dataset } from "../dataset.ts";
import type { Table, TableRow } from "../section.ts";
import { responseRates } from "../stats/response-rates.ts";
import { missing } from "./cells.ts";
import { INSTRUMENT_LABELS } from "./coverage-tables.ts";

/** Questionnaires with one answer a party and municipality: all who are asked are known and belong to the study. */
const LISTED = new Set(["party", "case"]);

/** AAPOR's rates 1 and 2. A link that anybody may use, and a follow-up of periods, have nobody to be a share of. */
export function responseRatesTable({ assignments, study }: Dataset): Table {
  const rows = study.instruments.map(({ instrument }): TableRow => {
    const none = missing("not_applicable");
    if (!LISTED.has(instrument))
      return {
        instrument,
        ...{ complete: none, partial: none, declined: none, not_reached: none, rr1: none, rr2: none },
      };
    const count = { answered: 0, draft: 0, declined: 0, not_started: 0 };
    for (let i = 0; i < assignments.n; i++)
      if (assignments.instrument[i] === instrument) count[assignments.status[i] ?? "not_started"]++;
    const { answered: complete, draft: partial, declined, not_started: notReached } = count;
    const { rr1, rr2 } = responseRates({ complete, partial, declined, notReached, other: 0, unknown: 0 }, 1);
    return { instrument, complete, partial, declined, not_reached: notReached, rr1: rr1 ?? none, rr2: rr2 ?? none };
  });
  return {
    id: "response_rates",
    title: "Svarsandelar enligt AAPOR",
    columns: [
      { key: "instrument", label: "Formulär", unit: "code" },
      { key: "complete", label: "Inskickat", unit: "assignments" },
      { key: "partial", label: "Påbörjat, inte skickat", unit: "assignments" },
      { key: "declined", label: "Avböjt", unit: "assignments" },
      { key: "not_reached", label: "Inget svar", unit: "assignments" },
      { key: "rr1", label: "RR1", unit: "share" },
      { key: "rr2", label: "RR2", unit: "share" },
    ],
    rows,
    notes: [
      "RR1 är inskickade svar genom alla tillfrågade. RR2 räknar också påbörjade svar. Alla tillfrågade är kända, så det finns inget okänt i nämnaren.",
      "Personalens och de ungas länkar får användas av alla som fått dem. Hur många det är vet ingen, så deras svarsandel går inte att räkna ut.",
    ],
    labels: { instrument: INSTRUMENT_LABELS },
  };
}
