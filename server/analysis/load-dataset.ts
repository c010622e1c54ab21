/**
 * Everything that has been answered in a study, by column: stored segments, and the answers that came after them.
 *
 * The order of reading matters, since answers come in and are projected meanwhile: drafts, then what is pending, then the
 * segments. What moves from one to the next while this reads is then met twice rather than not at all.
 */
import type { Dataset, Responses } from "../../reports/dataset.ts";
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { ProposalList } from "../../survey-definitions/wire.ts";
import type { AssignmentPlace, PendingKey } from "../store/analysis-store.ts";
import type { Store } from "../store/store.ts";
import { assignmentColumns, type AssignmentStates } from "./assignment-columns.ts";
import { joinSegments } from "./join-segments.ts";
import { readerOf, type ResponseReader } from "./read-responses.ts";
import { loadReference, type AnalysisReference } from "./reference.ts";
import { indexAssignments, type AssignmentIndex } from "./assignment-index.ts";
import { groupBy } from "./group-by.ts";
import { loadSegments, type LoadedSegments } from "./load-segments.ts";

const EVERYTHING = 2 ** 31 - 1;

/** What a dataset was made from, kept beside it for the next time. */
interface Sources {
  readonly places: readonly AssignmentPlace[];
  readonly index: AssignmentIndex;
  readonly states: AssignmentStates;
  readonly segments: ReadonlyMap<Instrument, LoadedSegments>;
  readonly importedAt: string | undefined;
  readonly definitions: Dataset["definitions"];
  readonly proposals: ProposalList;
}

const sourcesOf = new WeakMap<Dataset, Sources>();

/**
 * Loads the dataset of a study. With an earlier dataset of the same study only what came since is read, and when nothing
 * came, that one itself is returned.
 *
 * @throws {RangeError} when there is no such study
 */
export async function loadDataset(
  store: Store,
  studyId: string,
  previous?: Dataset,
  options: LoadOptions = {},
): Promise<Dataset> {
  const { reader = readerOf(store), reference = loadReference() } = options;
  const before = previous && sourcesOf.get(previous);
  const found = await store.findStudy(studyId);
  if (found === undefined) throw new RangeError(`invalid studyId; there is no such study: ${studyId}`);
  const study = previous !== undefined && isSame(previous.study, found.study) ? previous.study : found.study;
  const { analysis } = store;
  const places =
    before?.places.length === (await analysis.countAssignments(studyId))
      ? before.places
      : await analysis.listAssignments(studyId);
  const index = before?.places === places && previous?.study === study ? before.index : indexAssignments(study, places);
  const states = {
    drafts: await analysis.draftAssignments(studyId),
    declined: await analysis.declinedAssignments(studyId),
  };
  const pending = groupBy(await analysis.listPending(EVERYTHING, studyId), byInstrument);
  const stored = groupBy(await analysis.listSegments(studyId), byInstrument);
  const segments = new Map<Instrument, LoadedSegments>();
  for (const instrument of new Set(study.instruments.map((each) => each.instrument))) {
    segments.set(
      instrument,
      await loadSegments(
        store,
        reader,
        { study, instrument, pending: pending.get(instrument) ?? [], stored: stored.get(instrument) ?? [] },
        before?.segments.get(instrument),
      ),
    );
  }
  const importedAt = await analysis.statisticsImportedAt(studyId);
  const definitions = await analysis.listFieldedKeys(studyId);
  const proposals = await store.proposals(studyId);
  const sources: Sources = { places, index, states, segments, importedAt, definitions, proposals };
  if (previous !== undefined && before !== undefined && study === previous.study && isUnchanged(before, sources)) {
    sourcesOf.set(previous, sources);
    return previous;
  }
  const responses = new Map<Instrument, Responses>();
  for (const [instrument, loaded] of segments) {
    const isKnown = before?.index === index && before.segments.get(instrument)?.content === loaded.content;
    const same = isKnown ? previous?.responses.get(instrument) : undefined;
    responses.set(instrument, same ?? joinSegments(loaded.content, index));
  }
  const known = await reference;
  const samePopulation = before !== undefined && before.importedAt === importedAt && previous?.study === study;
  const dataset: Dataset = {
    study,
    municipalityNames: previous?.municipalityNames ?? known.municipalityNames,
    population: samePopulation ? previous.population : known.populationOf(study, await store.statistics(studyId)),
    definitions,
    assignments: assignmentColumns(places, index, states, segments),
    responses,
    proposals: proposals.proposals,
  };
  sourcesOf.set(dataset, sources);
  return dataset;
}

export interface LoadOptions {
  readonly reader?: ResponseReader;
  readonly reference?: Promise<AnalysisReference>;
}

const byInstrument = ({ instrument }: Pick<PendingKey, "instrument">): Instrument => instrument;

const isUnchanged = (before: Sources, now: Sources): boolean =>
  before.places === now.places &&
  before.importedAt === now.importedAt &&
  before.proposals.version === now.proposals.version &&
  isSame([before.states, before.definitions], [now.states, now.definitions]) &&
  [...now.segments].every(([instrument, { content }]) => before.segments.get(instrument)?.content === content);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
