/** Why there is no publication: code → sentence. The codes are words that are never renamed; the sentences are for people. */
const REASONS = {
  "audit-failed":
    "Granskningen hittade ett litet tal som går att räkna ut, så inget publicerades. Välj färre avsnitt eller höj studiens gräns för små tal.",
  "section-failed": "Ett avsnitt gick inte att räkna fram, så inget publicerades. Välj bort det eller försök igen.",
  "publication-outdated":
    "En annan rapport publicerades under tiden. Gör om den här, så att den bygger vidare på den nya.",
  "publication-failed": "Något gick fel när rapporten räknades fram. Inget publicerades. Försök igen.",
  "no-answers": "Ingen har svarat än, så det finns inget att publicera.",
  interrupted:
    "Arbetet med rapporten avbröts flera gånger. Inget publicerades. Försök igen, och säg till den som sköter servern om det inte går.",
} as const;

export type RefusalCode = keyof typeof REASONS;

/** Nothing is published; the message says why, in Swedish. */
export class PublicationRefused extends Error {
  override readonly name = "PublicationRefused";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** `about`: what it concerns, where that helps. */
export const refusal = (code: RefusalCode, about = ""): PublicationRefused =>
  new PublicationRefused(code, about === "" ? REASONS[code] : `${REASONS[code]} (${about})`);
