/** The questionnaires as fielded, compiled once each: what every answer is read with. */
import { compileDefinition, type CompiledDefinition } from "../../survey-definitions/compile-definition.ts";
import type { Variable } from "../../survey-definitions/dictionary.ts";
import { expandDictionary } from "../../survey-definitions/expand.ts";
import { definitionOf } from "../../survey-definitions/instruments.ts";
import type { Place } from "../../survey-definitions/study.ts";
import type { FieldedDefinitionRow, Store } from "../store/store.ts";

export interface Questionnaire {
  readonly fielded: FieldedDefinitionRow;
  /** SurveyJS JSON, resolved for the study and the municipality. */
  readonly definition: Readonly<Record<string, unknown>>;
  readonly variables: readonly Variable[];
  readonly compiled: CompiledDefinition;
}

/** A questionnaire of 60 questions takes about a megabyte compiled; a study has one a municipality. */
const KEPT = 200;

export class Questionnaires {
  readonly #store: Store;
  readonly #kept = new Map<number, Promise<Questionnaire>>();
  /** Names by SCB's four-digit code. */
  readonly municipalityNames: ReadonlyMap<string, string>;

  constructor(store: Store, municipalityNames: ReadonlyMap<string, string>) {
    this.#store = store;
    this.municipalityNames = municipalityNames;
  }

  /** A fielded definition never changes, so what is compiled from it stays true. */
  get(fielded: number): Promise<Questionnaire> {
    const kept = this.#kept.get(fielded);
    if (kept !== undefined) return kept;
    const compiled = this.#compile(fielded);
    this.#kept.set(fielded, compiled);
    compiled.catch(() => this.#kept.delete(fielded));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return compiled;
  }

  async #compile(id: number): Promise<Questionnaire> {
    const fielded = await this.#store.getFielded(id);
    const found = await this.#store.findStudy(fielded.study);
    const dictionary = definitionOf(fielded.instrument, fielded.version)?.dictionary;
    if (found === undefined || dictionary === undefined) {
      throw new Error(
        `fielded definition ${id} has no study or no dictionary (${fielded.instrument} ${fielded.version})`,
      );
    }
    const place: Place = {
      study: found.study,
      municipality: fielded.municipality || undefined,
      party: undefined,
      municipalityNames: this.municipalityNames,
    };
    const definition = JSON.parse(fielded.json) as Record<string, unknown>;
    const variables = expandDictionary(dictionary, place);
    return { fielded, definition, variables, compiled: compileDefinition(definition, variables) };
  }
}
