import type { FieldedDefinition } from "../dataset.ts";
import { formatList } from "./format.ts";

const INSTRUMENT_NAMES: Readonly<Record<string, string>> = {
  party: "partsenkäten",
  staff: "personalenkäten",
  case: "det fiktiva fallet",
  voice: "ungas röster",
  "follow-up": "uppföljningen",
};

/** Checksums written out; a questionnaire that is resolved for many municipalities has one for each. */
const CHECKSUMS = 3;

/** Which questionnaires the figures come from: "partsenkäten version 1 (kontrollsumma 3fa9c0b1d2e4)". */
export function sourceNames(definitions: readonly FieldedDefinition[]): string[] {
  const byVersion = Map.groupBy(definitions, ({ instrument, version }) => {
    return `${INSTRUMENT_NAMES[instrument] ?? instrument} version ${version}`;
  });
  return [...byVersion].map(([name, fielded]) => {
    const checksums = fielded.map(({ sha256 }) => sha256.slice(0, 12));
    if (checksums.length > CHECKSUMS) return `${name} (i ${checksums.length} utformningar, en per kommun)`;
    return `${name} (${checksums.length === 1 ? "kontrollsumma" : "kontrollsummor"} ${formatList(checksums)})`;
  });
}
