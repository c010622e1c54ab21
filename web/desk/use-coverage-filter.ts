import { useSearchParams } from "react-router";
import { INSTRUMENTS, type Instrument } from "../../survey-definitions/codes.ts";
import type { CoverageFilter } from "./coverage-model.ts";

const PARAMETERS = { municipality: "kommun", kind: "slag", status: "lage" } as const;
const INSTRUMENT = "enkat";

interface CoverageSelection {
  readonly filter: CoverageFilter;
  readonly change: (changes: Partial<CoverageFilter>) => void;
  /** The page's query for another questionnaire, in the same place. */
  readonly addressOf: (instrument: Instrument) => string;
}

/** The instruments of a study in the order of the codes. */
export const instrumentsOf = (asked: readonly { readonly instrument: Instrument }[]): readonly Instrument[] =>
  INSTRUMENTS.filter((code) => asked.some(({ instrument }) => instrument === code));

/** What the grid shows, kept in the address: `?enkat=staff&kommun=1492`. */
export function useCoverageFilter(instruments: readonly Instrument[]): CoverageSelection {
  const [query, setQuery] = useSearchParams();
  const wanted = instruments.find((code) => code === query.get(INSTRUMENT));
  const first = instruments[0] ?? "party";
  const filter: CoverageFilter = {
    instrument: wanted ?? first,
    municipality: query.get(PARAMETERS.municipality) ?? "",
    kind: query.get(PARAMETERS.kind) ?? "",
    status: query.get(PARAMETERS.status) ?? "",
  };
  const queryOf = (next: CoverageFilter): URLSearchParams => {
    const found = new URLSearchParams();
    if (next.instrument !== first) found.set(INSTRUMENT, next.instrument);
    for (const [name, key] of Object.entries(PARAMETERS)) {
      const value = next[name as keyof typeof PARAMETERS];
      if (value !== "") found.set(key, value);
    }
    return found;
  };
  return {
    filter,
    change: (changes) => setQuery(queryOf({ ...filter, ...changes })),
    addressOf: (instrument) => `?${queryOf({ ...filter, instrument, status: "" }).toString()}`,
  };
}
