/** The released questionnaires that this installation knows. A further version is one more line. */
import { variables as caseV1 } from "./case/v1/variables.ts";
import type { Instrument } from "./codes.ts";
import type { Dictionary } from "./dictionary.ts";
import { variables as followUpV1 } from "./follow-up/v1/variables.ts";
import { variables as partyV1 } from "./party/v1/variables.ts";
import { variables as staffV1 } from "./staff/v1/variables.ts";
import { variables as voiceV1 } from "./voice/v1/variables.ts";

export interface InstrumentDefinition {
  readonly instrument: Instrument;
  readonly version: number;
  readonly dictionary: Dictionary;
}

export const DEFINITIONS: readonly InstrumentDefinition[] = [
  { instrument: "party", version: 1, dictionary: partyV1 },
  { instrument: "staff", version: 1, dictionary: staffV1 },
  { instrument: "case", version: 1, dictionary: caseV1 },
  { instrument: "voice", version: 1, dictionary: voiceV1 },
  { instrument: "follow-up", version: 1, dictionary: followUpV1 },
];

export const definitionOf = (instrument: Instrument, version: number): InstrumentDefinition | undefined =>
  DEFINITIONS.find((definition) => definition.instrument === instrument && definition.version === version);

/** The highest version of an instrument, or undefined when it has none. */
export const newestVersion = (instrument: Instrument): number | undefined =>
  DEFINITIONS.filter((definition) => definition.instrument === instrument)
    .map(({ version }) => version)
    .sort((a, b) => b - a)[0];
