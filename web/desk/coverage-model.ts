/** The coverage grid as data: which rows, which columns, what is counted. No drawing here. */
import { PARTY_KINDS, type Instrument } from "../../survey-definitions/codes.ts";
import type { Party, Study } from "../../survey-definitions/study.ts";
import type { CoverageCell, CoverageStatus } from "../../survey-definitions/wire.ts";

export interface CoverageFilter {
  readonly instrument: Instrument;
  readonly municipality: string;
  readonly kind: string;
  readonly status: string;
}

export interface KindGroup {
  readonly kind: string;
  readonly label: string;
  readonly parties: readonly Party[];
}

export type StatusCounts = Readonly<Record<CoverageStatus, number>>;

const keyOf = (party: string | undefined, municipality: string | undefined): string =>
  `${party ?? ""}|${municipality ?? ""}`;

/** The cells of one instrument by party and municipality. */
export class CoverageIndex {
  /** Those of the instrument alone. */
  readonly cells: readonly CoverageCell[];
  readonly #cells: ReadonlyMap<string, CoverageCell>;
  constructor(
    cells: readonly CoverageCell[],
    readonly instrument: Instrument,
  ) {
    this.cells = cells.filter((cell) => cell.instrument === instrument);
    this.#cells = new Map(this.cells.map((cell) => [keyOf(cell.party, cell.municipality), cell]));
  }
  /** Undefined where nobody is asked: the party does not cover the municipality. Voices have no party. */
  find(party: string | undefined, municipality: string): CoverageCell | undefined {
    return this.#cells.get(keyOf(party, municipality));
  }
  of(parties: readonly Party[], municipalities: readonly string[]): CoverageCell[] {
    return parties.flatMap((party) =>
      municipalities.flatMap((municipality) => this.find(party.id, municipality) ?? []),
    );
  }
}

export function countStatuses(cells: readonly CoverageCell[]): StatusCounts {
  const counts = { answered: 0, draft: 0, not_started: 0, declined: 0 };
  for (const { status } of cells) counts[status] += 1;
  return counts;
}

/** Answers in all: of open questionnaires a cell has many. */
export const countResponses = (cells: readonly CoverageCell[]): number =>
  cells.reduce((sum, { responses }) => sum + responses, 0);

/** The parties that the filter lets through, by kind in the order of the codes. */
export function groupsOf(study: Study, index: CoverageIndex, filter: CoverageFilter): KindGroup[] {
  const municipalities = columnsOf(study, filter);
  const wanted = (party: Party): boolean => {
    const cells = index.of([party], municipalities);
    return filter.status === "" ? cells.length > 0 : cells.some(({ status }) => status === filter.status);
  };
  return PARTY_KINDS.filter(({ code }) => filter.kind === "" || filter.kind === code)
    .map(({ code, label }) => ({
      kind: code,
      label,
      parties: study.parties.filter((party) => party.kind === code && wanted(party)),
    }))
    .filter(({ parties }) => parties.length > 0);
}

export const columnsOf = (study: Study, filter: CoverageFilter): readonly string[] =>
  filter.municipality === "" ? study.municipalities : [filter.municipality];
