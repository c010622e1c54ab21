import { answers, follows, type Declarations } from "../claims.ts";
import { each, partyAnswers } from "./answers.ts";

/** A shared count that is hidden is above 0, so how often it is denied can be told; unless 0 is hidden too. */
export const gapClaims: Declarations = (declared) => {
  const party = partyAnswers(declared);
  const zerosHidden = declared.data.study.suppression_threshold === 2;
  return {
    denials: ({ municipality }) => {
      const overlaps = party
        .in(municipality)
        .flatMap((row) => [...declared.people.of("party", row).values()].filter(({ base }) => base === "n_overlap"));
      return { overlap: zerosHidden ? follows(...overlaps.map((cell) => each([cell]))) : answers };
    },
  };
};
