/** The work on one publication: read the data once, make it, store what was frozen. */
import { randomBytes } from "node:crypto";
import { PlanError } from "../../reports/publication/compose.ts";
import type { LpSolver } from "../../reports/stats/lp.ts";
import type { PublicationPlan, PublicationProgress } from "../../survey-definitions/wire.ts";
import { loadDataset } from "../analysis/load-dataset.ts";
import { PROGRAM } from "../program.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import type { Store } from "../store/store.ts";
import { swedishDay } from "../study/shown-time.ts";
import { ARCHIVE_FORMAT, type PublicationArchive } from "./archive.ts";
import { writeDataset } from "./dataset-json.ts";
import { makePublication, type MadePublication } from "./make-publication.ts";
import { packText, unpackText } from "./packed-text.ts";
import type { ProtectionMemory } from "../../reports/protection/memory.ts";
import { PublicationRefused, refusal } from "./refused.ts";

export interface PublishJob {
  readonly id: string;
  readonly owner: string;
  readonly study: string;
  readonly plan: PublicationPlan;
  /** UTC in ISO 8601. */
  readonly at: string;
}

interface JobContext {
  readonly store: Store;
  readonly solver: LpSolver;
  readonly onProgress: (progress: PublicationProgress) => void;
  readonly onFailure: (section: string, error: unknown) => void;
}

/** @throws {PublicationRefused} with the reason that the investigator is told; any other error is ours */
export async function publish(job: PublishJob, { store, ...context }: JobContext): Promise<void> {
  context.onProgress({ stage: "computing", done: 0 });
  const archive = await gatherArchive(job, store);
  const { json, sha256, memory } = make(archive, context);
  const frozen = {
    number: archive.frame.number,
    sha256,
    content: await packText(json),
    memory: await packText(canonicalJson(memory)),
    archive: await packText(canonicalJson(archive)),
  };
  const outcome = await store.publications.freeze(job.id, job.owner, frozen, new Date().toISOString());
  if (outcome === "outdated") throw refusal("publication-outdated");
}

function make(archive: PublicationArchive, context: Omit<JobContext, "store">): MadePublication {
  try {
    return makePublication(archive, context);
  } catch (error) {
    if (error instanceof PlanError) throw new PublicationRefused(error.code, error.message);
    throw error;
  }
}

async function gatherArchive({ study, plan, at }: PublishJob, store: Store): Promise<PublicationArchive> {
  const newest = await store.publications.newest(study);
  const memories = await store.publications.memories(study);
  const previous = newest && (await store.publications.content(newest.id));
  const data = await loadDataset(store, study);
  if ([...data.responses.values()].every(({ n }) => n === 0)) throw refusal("no-answers");
  return {
    format: ARCHIVE_FORMAT,
    dataset: writeDataset(data),
    salt: randomBytes(32).toString("hex"),
    plan,
    settings: { threshold: data.study.suppression_threshold, freeTexts: plan.freeTexts },
    frame: { date: swedishDay(new Date(at)), number: (newest?.number ?? 0) + 1, program: PROGRAM },
    earlier: await Promise.all(
      memories.map(async (memory) => JSON.parse(await unpackText(memory)) as ProtectionMemory),
    ),
    ...(previous === undefined ? {} : { previous: JSON.parse(await unpackText(previous)) as unknown }),
  };
}
