import type { StudyProposal } from "../../survey-definitions/study.ts";

export type ProposalKind = StudyProposal["kind"];

interface KindWords {
  readonly kind: ProposalKind;
  readonly title: string;
  readonly help: string;
  /** Name of the text. */
  readonly what: string;
  readonly add: string;
  readonly none: string;
}

/** What the investigator writes, in the order in which one works. */
export const PROPOSAL_KINDS: readonly KindWords[] = [
  {
    kind: "proposal",
    title: "Förslag",
    help: "Vad ska göras, av vem och när? Skriv ett förslag i taget, så går det att besluta om ett i taget.",
    what: "Vad ska göras?",
    add: "Lägg till ett förslag",
    none: "Inget förslag är skrivet än.",
  },
  {
    kind: "basis",
    title: "Underlag för beslut",
    help: "Det viktigaste som en part behöver veta för att besluta. Siffrorna står redan i rapporten.",
    what: "Vad behöver parten veta?",
    add: "Lägg till ett underlag",
    none: "Inget underlag är skrivet än.",
  },
  {
    kind: "transfer",
    title: "Det andra kan använda",
    help: "Vad i resultatet gäller också på andra platser eller för andra grupper?",
    what: "Vad kan andra använda?",
    add: "Lägg till något som andra kan använda",
    none: "Inget är skrivet än.",
  },
];
