/** How answering differs between the questionnaires. What they share is everywhere else. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import { FACTS, OPINIONS, STORY, EASY, type Pace } from "./estimate.ts";

export interface Manner {
  /** Many anonymous answers through one link: each is finished once it is sent. */
  readonly isOpen: boolean;
  /** Nothing reaches the server before it is sent, nothing stays on the device, and the page can be left in a hurry. */
  readonly isPrivate: boolean;
  readonly pace: Pace;
}

const OFFICIAL: Manner = { isOpen: false, isPrivate: false, pace: FACTS };

const MANNERS: Readonly<Record<Instrument, Manner>> = {
  party: OFFICIAL,
  staff: { ...OFFICIAL, isOpen: true, pace: OPINIONS },
  case: { ...OFFICIAL, pace: STORY },
  voice: { ...OFFICIAL, isOpen: true, isPrivate: true, pace: EASY },
  "follow-up": OFFICIAL,
};

export const mannerOf = ({ instrument }: { readonly instrument: Instrument }): Manner => MANNERS[instrument];
