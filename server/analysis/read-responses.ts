/** Stored answers read into typed rows by the dictionary of the definition that they were given under. */
import type { Variable } from "../../survey-definitions/dictionary.ts";
import { expandDictionary } from "../../survey-definitions/expand.ts";
import { definitionOf } from "../../survey-definitions/instruments.ts";
import { readAnswers } from "../../survey-definitions/read-answers.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { PendingRevision } from "../store/analysis-store.ts";
import type { FieldedDefinitionRow, Store } from "../store/store.ts";
import type { ReadResponse } from "./segment.ts";

/** The columns that a fielded definition asks for. */
export type FindVariables = (fielded: FieldedDefinitionRow, study: Study) => readonly Variable[];

/** By the dictionary of the definition's version, expanded for its municipality with all parties there. */
export const variablesByDictionary: FindVariables = (fielded, study) => {
  const dictionary = definitionOf(fielded.instrument, fielded.version)?.dictionary;
  if (dictionary === undefined) {
    throw new Error(`there is no dictionary for ${fielded.instrument} version ${fielded.version}`);
  }
  const municipality = fielded.municipality === "" ? undefined : fielded.municipality;
  // Names stand in labels only, and labels are not read here.
  return expandDictionary(dictionary, { study, municipality, party: undefined, municipalityNames: new Map() });
};

export interface ResponseReader {
  read(study: Study, pending: readonly PendingRevision[]): Promise<readonly ReadResponse[]>;
}

/** A fielded definition never changes, so its columns are found once. */
export function createReader(store: Store, find: FindVariables): ResponseReader {
  const known = new Map<number, readonly Variable[]>();
  async function variablesOf(fielded: number, study: Study): Promise<readonly Variable[]> {
    const variables = known.get(fielded) ?? find(await store.getFielded(fielded), study);
    known.set(fielded, variables);
    return variables;
  }
  return {
    async read(study, pending) {
      const read: ReadResponse[] = [];
      for (const { response, assignment, revision } of pending) {
        const variables = await variablesOf(revision.fielded, study);
        const { row } = readAnswers(variables, revision.answers, new Set(revision.shown));
        const submittedAt = Date.parse(revision.savedAt);
        read.push({ response, revision: revision.revision, assignment, submittedAt, variables, row });
      }
      return read;
    },
  };
}

const readers = new WeakMap<Store, ResponseReader>();

/** The reader that the program itself uses. */
export function readerOf(store: Store): ResponseReader {
  const reader = readers.get(store) ?? createReader(store, variablesByDictionary);
  readers.set(store, reader);
  return reader;
}
