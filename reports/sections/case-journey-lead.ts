/** Who leads a stage of a case, as the parties of one municipality see it. */

/** What one answer says about the lead: the kind of the party that answers, and the one that it names. */
export interface LeadStatement {
  readonly kind: string;
  /** A party kind, `none` or `unclear`; undefined where it names nobody at all. */
  readonly named: string | undefined;
}

/**
 * - `agreed`: all name the same party, and that party says that it leads;
 * - `unconfirmed`: all name the same party, which has not said so itself;
 * - `disputed`: they name different parties, or some name one and others say that nobody leads or that it is unclear;
 * - `nobody`: no answer names a party.
 */
export type LeadVerdict = "agreed" | "unconfirmed" | "disputed" | "nobody";

/** Codes that name no party. */
export const isNobody = (code: string): boolean => code === "none" || code === "unclear";

/**
 * The party that an answer means: the one it says leads or, where it knows of none, the one it believes leads instead.
 *
 * @param lead code of a party kind, `none`, `unclear`, or undefined
 */
export function namedLead(lead: string | undefined, others: string | undefined): string | undefined {
  if (lead !== undefined && !isNobody(lead)) return lead;
  return others !== undefined && !isNobody(others) ? others : (lead ?? others);
}

/** @returns undefined where nobody says anything about the lead */
export function leadVerdict(statements: readonly LeadStatement[]): LeadVerdict | undefined {
  const named = new Set<string>();
  for (const statement of statements) if (statement.named !== undefined) named.add(statement.named);
  const parties = [...named].filter((code) => !isNobody(code));
  if (named.size === 0) return undefined;
  const [only] = parties;
  if (only === undefined) return "nobody";
  if (named.size > 1) return "disputed";
  return statements.some(({ kind, named: lead }) => kind === only && lead === only) ? "agreed" : "unconfirmed";
}

/**
 * Whether at least two parties believe that the other one leads: each is named by somebody else, and each says itself
 * that another party leads. A party whose claim the others share is no such case, however many point to it.
 *
 * @returns undefined with fewer than two statements: there is nothing to compare
 */
export function pointAtEachOther(statements: readonly LeadStatement[]): boolean | undefined {
  const stated = statements.filter(({ named }) => named !== undefined);
  if (stated.length < 2) return undefined;
  const claiming = new Set(stated.filter(({ kind, named }) => kind === named).map(({ kind }) => kind));
  const named = new Set(stated.map((one) => one.named));
  const passed = new Set(
    stated
      .filter(({ kind, named: lead }) => lead !== undefined && !isNobody(lead) && lead !== kind)
      .filter(({ kind }) => named.has(kind) && !claiming.has(kind))
      .map(({ kind }) => kind),
  );
  return passed.size >= 2;
}
