/** Which places a questionnaire is answered for, told to whoever names another one. */
import type { Assignment } from "../../survey-definitions/study.ts";

export interface Misplaced {
  readonly field: "party" | "municipality";
  /** What is wrong and the way out, in Swedish. */
  readonly why: string;
}

/** Why no study asks for such an answer; undefined when one may. */
export function misplaced({ instrument, party, municipality }: Assignment): Misplaced | undefined {
  if (instrument === "follow-up") {
    if (party === undefined && municipality === undefined) return undefined;
    const field = party === undefined ? "municipality" : "party";
    return { field, why: "Formuläret follow-up besvaras för hela studien, utan part och utan kommun." };
  }
  if (instrument === "voice" && party !== undefined) {
    const why = "Formuläret voice besvaras av unga och anhöriga i en kommun. Ange kommunen, utan part.";
    return { field: "party", why };
  }
  if (municipality === undefined) {
    return { field: "municipality", why: `Formuläret ${instrument} besvaras för en kommun. Ange vilken.` };
  }
  if (instrument !== "voice" && party === undefined) {
    return { field: "party", why: `Formuläret ${instrument} besvaras av en part. Ange vilken.` };
  }
  return undefined;
}
