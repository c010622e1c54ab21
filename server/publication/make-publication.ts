/**
 * From what an archive holds to the frozen publication: one function for publishing and for verifying, so that the same
 * archive gives the same bytes.
 */
import { createHash } from "node:crypto";
import type { Dataset } from "../../reports/dataset.ts";
import { composePublication } from "../../reports/publication/compose.ts";
import type { ProtectedReport } from "../../reports/publication/publication.ts";
import { readPublication } from "../../reports/publication/read-publication.ts";
import type { ProtectionMemory } from "../../reports/protection/memory.ts";
import { protectReport, type ExposedCount, type ProtectionStage } from "../../reports/protection/protect-report.ts";
import { sections as allSections } from "../../reports/sections/index.ts";
import type { LpSolver } from "../../reports/stats/lp.ts";
import { type Instrument, OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { PublicationProgress } from "../../survey-definitions/wire.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import type { PublicationArchive } from "./archive.ts";
import { readDataset } from "./dataset-json.ts";
import { refusal } from "./refused.ts";

export interface MakeContext {
  readonly solver: LpSolver;
  readonly onProgress?: (progress: PublicationProgress) => void;
  /** A section that cannot be computed, for the log. */
  readonly onFailure: (section: string, error: unknown) => void;
}

export interface MadePublication {
  /** Canonical JSON; its SHA-256 is the content address. */
  readonly json: string;
  readonly sha256: string;
  readonly memory: ProtectionMemory;
}

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** What the publication says that it rests on. The salt keeps a guess at one hidden figure from being tried on the hash. */
export const datasetHash = ({ dataset, salt }: Pick<PublicationArchive, "dataset" | "salt">): string =>
  sha256(canonicalJson({ dataset, salt }));

/** @throws {PublicationRefused} audit-failed, section-failed */
export function makePublication(
  archive: PublicationArchive,
  { solver, onProgress, onFailure }: MakeContext,
): MadePublication {
  const { plan, settings, frame, earlier } = archive;
  const data = readDataset(archive.dataset);
  const chosen =
    plan.sections.length === 0
      ? allSections
      : allSections.filter((section) => plan.sections.some(({ id }) => id === section.id));
  const outcome = protectReport(chosen, data, settings, {
    solver,
    earlier,
    onProgress: ({ stage, done }) => onProgress?.({ stage, done: wholeOf(stage, done) }),
    onFailure,
  });
  if (outcome.status === "exposed") throw refusal("audit-failed", sayCounts(outcome.counts, data));
  const failed = outcome.report.sections.filter(({ status }) => status === "failed");
  if (failed.length > 0) throw refusal("section-failed", failed.map(({ question }) => question).join(" "));
  onProgress?.({ stage: "freezing", done: STAGES.auditing.to });
  const previous = archive.previous === undefined ? undefined : readPublication(archive.previous);
  const { program, date, number } = frame;
  const basis = {
    program,
    dataset: datasetHash(archive),
    responses: responsesOf(outcome.report, archive),
    previous: archive.previous === undefined ? "" : sha256(canonicalJson(archive.previous)),
  };
  const json = canonicalJson(composePublication(outcome.report, plan, { date, number, basis }, previous));
  return { json, sha256: sha256(json), memory: outcome.memory };
}

/** What part of the whole work each stage is, of a study of ordinary size. */
const STAGES: Readonly<Record<ProtectionStage, { readonly from: number; readonly to: number }>> = {
  computing: { from: 0, to: 0.2 },
  protecting: { from: 0.2, to: 0.6 },
  auditing: { from: 0.6, to: 0.95 },
};

function wholeOf(stage: ProtectionStage, done: number): number {
  const { from, to } = STAGES[stage];
  return from + (to - from) * done;
}

const MOST_SAID = 5;

/** For the investigator, who sees the figures anyway. */
function sayCounts(counts: readonly ExposedCount[], { study, municipalityNames }: Dataset): string {
  const said = counts.slice(0, MOST_SAID).map(({ variable, party, municipality }) => {
    const name = study.parties.find(({ id }) => id === party)?.name ?? party;
    return [variable, name, municipalityNames.get(municipality) ?? municipality]
      .filter((word) => word !== "")
      .join(", ");
  });
  return [...said, ...(counts.length > MOST_SAID ? [`och ${counts.length - MOST_SAID} till`] : [])].join("; ");
}

/** Of anonymous answers only what the protected report itself tells. */
function responsesOf(report: ProtectedReport, { dataset }: PublicationArchive): Record<string, number> {
  const told = report.sections.find(({ id }) => id === "methods")?.tables.find(({ id }) => id === "answers")?.rows;
  const count = (instrument: Instrument, n: number) => {
    if (!OPEN_INSTRUMENTS.has(instrument)) return n;
    const shown = told?.find((row) => row["instrument"] === instrument)?.["responses"];
    return typeof shown === "number" ? shown : undefined;
  };
  return Object.fromEntries(
    dataset.responses.flatMap(({ instrument, party }) => {
      const n = count(instrument, party.length);
      return n === undefined ? [] : [[instrument, n]];
    }),
  );
}
