/** A study that uses all five questionnaires: two municipalities, three parties, one of which covers both. */
import type { Assignment } from "../../survey-definitions/study.ts";
import { type Application, studyFile } from "./application.ts";

export const allInstruments = {
  ...studyFile,
  id: "alla",
  instruments: ["party", "staff", "voice", "case", "follow-up"].map((instrument) => ({ instrument, version: 1 })),
};

export async function createAllInstruments(app: Application): Promise<void> {
  const created = await app.call("POST", "/api/studies", allInstruments, app.investigator);
  if (created.status !== 201) throw new Error(created.text);
}

interface Limits {
  readonly maxAnswers?: number;
  readonly until?: string;
}

/** The path of a fresh link of the study under /api/answer/. */
export async function linkPath(app: Application, place: Assignment, limits: Limits = {}): Promise<string> {
  const made = await app.call("POST", "/api/studies/alla/links", { ...place, ...limits }, app.investigator);
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body["url"]).replace(/^.*\/svara\//, "/api/answer/");
}

export interface Cell {
  readonly assignment: string;
  readonly instrument: string;
  readonly party?: string;
  readonly municipality?: string;
  readonly status: string;
  readonly responses: number;
  readonly savedAt?: string;
}

/** The line of the coverage grid. */
export async function cellOf(app: Application, place: Assignment): Promise<Cell> {
  const { body } = await app.call("GET", "/api/studies/alla/coverage", undefined, app.investigator);
  const cell = (body["cells"] as readonly Cell[]).find(
    ({ instrument, party, municipality }) =>
      instrument === place.instrument && party === place.party && municipality === place.municipality,
  );
  if (cell === undefined) throw new Error(`no assignment ${JSON.stringify(place)}`);
  return cell;
}
