/** What a reader can choose in a filter, and which of it is in view. */
import { PARTY_KINDS } from "../../survey-definitions/codes.ts";
import type { Report } from "../../reports/report.ts";

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Found by searching only: one of many parties of a kind that stands in the list. */
  readonly single?: boolean;
}

/** Parties stand in the list one by one up to this many; beyond it their kinds do, and they are found by searching. */
const PARTIES_LISTED = 40;
/** Hits in view at once. */
const MOST_HITS = 60;

export function partyOptions(parties: Report["study"]["parties"]): FilterOption[] {
  const many = parties.length > PARTIES_LISTED;
  return PARTY_KINDS.flatMap(({ code, label }) => {
    const members = parties
      .filter(({ kind }) => kind === code)
      .map(({ id, name }): FilterOption => ({ value: id, label: name, ...(many ? { single: true } : {}) }));
    if (members.length === 0) return [];
    if (!many && members.length === 1) return members;
    return [{ value: code, label: many ? `${label} (${members.length})` : `Alla: ${label}` }, ...members];
  });
}

/**
 * The options that match every word of the search, in their order, and how many more there are than fit. Without a
 * search: those that the list has, with whatever else is chosen on top.
 */
export function optionsFound(
  options: readonly FilterOption[],
  chosen: readonly string[],
  search: string,
): { readonly shown: readonly FilterOption[]; readonly more: number } {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    const alone = options.filter(({ value, single }) => single === true && chosen.includes(value));
    return { shown: [...alone, ...options.filter(({ single }) => single !== true)], more: 0 };
  }
  const hits = options.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  return { shown: hits.slice(0, MOST_HITS), more: Math.max(0, hits.length - MOST_HITS) };
}
