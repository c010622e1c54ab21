/** What the desk says of publications. */
import { formatDate, formatNumber } from "../../reports/text/format.ts";
import type { AuditSummary, ProtectionProtocol } from "../../reports/protection/protocol.ts";
import type { PublicationLink, PublicationProgress, PublicationSummary } from "../../survey-definitions/wire.ts";

export const STAGES: readonly { readonly stage: PublicationProgress["stage"]; readonly label: string }[] = [
  { stage: "computing", label: "Räknar fram siffrorna" },
  { stage: "protecting", label: "Skyddar små tal" },
  { stage: "auditing", label: "Prövar skyddet" },
  { stage: "freezing", label: "Fryser" },
];

export const STATUS_WORDS: Record<PublicationSummary["status"], string> = {
  working: "Räknas fram",
  preview: "Förhandsvisning",
  published: "Publicerad",
  failed: "Gick inte",
};

/** "1 uppgift", "12 uppgifter". */
export const entries = (n: number): string => `${formatNumber(n)} ${n === 1 ? "uppgift" : "uppgifter"}`;

/** The protection in plain words, the most important first: what is hidden, how it was proved, and how well. */
export function protectionWords({
  threshold,
  method,
  audit,
  freeTexts,
  tables,
}: ProtectionProtocol): readonly string[] {
  const hidden = hiddenIn(tables);
  return [
    `Antal personer från 1 till ${threshold - 1} visas inte, och inte heller svaren från en grupp med färre än ${threshold}.`,
    audit.primary + audit.secondary === 0 ? "Här finns inga små antal personer." : countWords(audit),
    ...(audit.attacked === 0 ? [] : [proofWords(audit)]),
    ...earlierWords(audit.earlier),
    ...METHOD_WORDS[method],
    freeTexts ? "Fritexterna ur svaren visas." : "Fritexterna ur svaren visas inte.",
    ...(hidden === 0 ? [] : [`Med allt som följer av det är ${entries(hidden)} i tabellerna dolda.`]),
  ];
}

function countWords({ primary, secondary }: AuditSummary): string {
  const others = `${formatNumber(secondary)} för att de små annars går att räkna ut`;
  const small = `${formatNumber(primary)} antal personer är dolda för att de är små`;
  return secondary === 0 ? `${small}.` : `${small}, och ${others}.`;
}

function proofWords({ attacked, narrowest }: AuditSummary): string {
  const what = attacked === 1 ? "det dolda talet" : `de ${formatNumber(attacked)} dolda talen`;
  const possible =
    narrowest === undefined
      ? ""
      : ` För varje litet tal är minst ${formatNumber(narrowest + 1)} olika tal fortfarande möjliga.`;
  return `Skyddet är prövat: vi försökte räkna ut ${what} på alla sätt som går.${possible}`;
}

/** Cells that are hidden in tables: small numbers, answers of small groups, texts, and what follows from them. */
export const hiddenIn = (tables: ProtectionProtocol["tables"]): number =>
  tables.reduce((sum, { hidden }) => sum + hidden, 0);

const METHOD_WORDS: Record<ProtectionProtocol["method"], readonly string[]> = {
  optimal: ["Så få siffror som möjligt är dolda."],
  heuristic: ["Det kan finnas ett urval som döljer färre siffror. Skyddet är lika starkt."],
  "none-needed": [],
};

function earlierWords(earlier: number): readonly string[] {
  if (earlier === 0) return [];
  return [
    earlier === 1
      ? "Den förra publiceringen räknades med: skillnaden mellan de två avslöjar inget."
      : `De ${formatNumber(earlier)} tidigare publiceringarna räknades med: skillnaden mellan dem avslöjar inget.`,
  ];
}

/** "3 egna länkar gäller": those that always show the newest are not counted. */
export function linksWords(links: number): string {
  if (links === 0) return "ingen egen länk";
  return links === 1 ? "1 egen länk gäller" : `${formatNumber(links)} egna länkar gäller`;
}

/** Why a link no longer opens; `undefined` while it does. `today` is an ISO date. */
export function publicationLinkState({ withdrawnAt, until }: PublicationLink, today: string): string | undefined {
  if (withdrawnAt !== undefined) return "Tillbakadragen";
  return until !== undefined && until < today ? "Tiden har gått ut" : undefined;
}

/** "Med lösenord · bara titta · till och med 31 mars 2027". */
export const publicationLinkFacts = ({ passcode, download, until }: PublicationLink): readonly string[] => [
  passcode ? "med lösenord" : "utan lösenord",
  download ? "titta och ladda ner" : "bara titta",
  until === undefined ? "tills du drar tillbaka den" : `till och med ${formatDate(until)}`,
];
