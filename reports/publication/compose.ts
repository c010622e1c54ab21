/** From protected findings and the investigator's plan to the report that is frozen. */
import type { PublicationPlan } from "../../survey-definitions/wire.ts";
import { changesSince } from "./changes.ts";
import { placesOf } from "./places.ts";
import type { DocumentSection, ProtectedReport, Publication, PublicationBasis, Unmarked } from "./publication.ts";

/** What the plan and the findings do not say. */
export interface PublicationFrame {
  /** ISO date on which it is frozen. */
  readonly date: string;
  /** 1 for the first publication of the study. */
  readonly number: number;
  readonly basis: PublicationBasis;
}

/** The plan cannot be followed; `code` is a word that never changes, the message is Swedish, for people. */
export class PlanError extends Error {
  override readonly name = "PlanError";
  readonly code: "unknown-section" | "section-twice";

  constructor(code: PlanError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The same input gives the same publication. The plan's sections come in the plan's order; all in their own where it
 * names none.
 *
 * @throws {RangeError} when the report is of a part of the study
 * @throws {PlanError} when the plan names a section that the report does not have, or one twice
 */
export function composePublication(
  report: ProtectedReport,
  plan: PublicationPlan,
  { date, number, basis }: PublicationFrame,
  previous?: Publication,
): Publication {
  const { study, definitions, protection, filter } = report;
  if (filter.municipalities.length + filter.parties.length > 0)
    throw new RangeError("invalid report; filtered: a publication is of the whole study");
  const sections = planned(report.sections, plan);
  const unmarked: Unmarked<Publication> = {
    kind: "publication",
    format: 1,
    title: plan.title,
    date,
    number,
    introduction: plan.introduction,
    conclusion: plan.conclusion,
    study,
    definitions,
    protection,
    sections,
    places: placesOf(sections, study.municipalities),
    basis,
    ...(previous === undefined ? {} : { changes: changesSince(previous, sections) }),
  };
  // The figures of a protected report are protected: the mark goes on with them.
  return unmarked as Publication;
}

function planned(found: ProtectedReport["sections"], { sections: plan }: PublicationPlan): readonly DocumentSection[] {
  const chosen = plan.length > 0 ? plan : found.map(({ id }) => ({ id, before: "", after: "" }));
  const ids = new Set<string>();
  return chosen.map(({ id, before, after }) => {
    const section = found.find((one) => one.id === id);
    if (section === undefined) throw new PlanError("unknown-section", `Rapporten har inget avsnitt ”${id}”.`);
    if (ids.has(id)) throw new PlanError("section-twice", `Avsnittet ”${section.question}” står två gånger i planen.`);
    ids.add(id);
    return { ...section, before, after };
  });
}
