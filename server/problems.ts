/**
 * Everything that a caller can do wrong over HTTP: code → status → sentence. Codes are words that are never renamed or
 * reused; sentences are for the person who reads them and never hold a path, an SQL text or a stack.
 */
import type { Problem } from "../survey-definitions/problem.ts";

const catalogue = {
  "not-json": { status: 400, say: () => "Det som skickades gick inte att läsa som JSON." },
  "not-csv": { status: 400, say: () => "Det som skickades ska vara en CSV-fil (text/csv)." },
  "no-answers": {
    status: 400,
    say: () => "Det finns inga svar i det som skickades. ”answers” ska vara ett objekt med minst ett svar.",
  },
  "invalid-input": {
    status: 400,
    say: (d: { field: string; why: string }) => `Fältet ”${d.field}” går inte att använda: ${d.why}`,
  },
  "not-signed-in": { status: 401, say: () => "Du behöver logga in." },
  "wrong-credentials": { status: 401, say: () => "E-postadressen eller lösenordet stämmer inte." },
  "login-link-not-valid": {
    status: 401,
    say: () => "Inloggningslänken gäller inte längre. Den kan användas en gång, inom ett dygn. Be om en ny.",
  },
  "passcode-needed": {
    status: 401,
    say: () => "Rapporten öppnas med ett lösenord. Du har fått det av den som skickade länken.",
  },
  "passcode-wrong": {
    status: 401,
    say: () => "Lösenordet stämmer inte. Kontrollera stora och små bokstäver, eller fråga den som skickade länken.",
  },
  "look-only": { status: 403, say: () => "Länken är till för att läsa rapporten. Den går inte att ladda ner." },
  "cross-site": { status: 403, say: () => "Anropet kom från en annan webbplats och utfördes inte." },
  "not-allowed": { status: 403, say: () => "Du har inte behörighet att göra detta." },
  "not-found": { status: 404, say: () => "Det finns inget på den här adressen." },
  "link-not-found": {
    status: 404,
    say: () => "Länken finns inte. Kontrollera att hela adressen kom med, eller be utredaren om en ny länk.",
  },
  "link-withdrawn": { status: 404, say: () => "Länken har dragits tillbaka. Be utredaren om en ny länk." },
  "study-not-found": { status: 404, say: (d: { study: string }) => `Det finns ingen studie ”${d.study}”.` },
  "assignment-not-found": {
    status: 404,
    say: (d: { what: string }) => `Studien ber inte om något svar för ${d.what}.`,
  },
  "answer-not-found": { status: 404, say: () => "Svaret finns inte." },
  "revision-not-found": {
    status: 404,
    say: (d: { revision: number }) => `Svaret har ingen version ${d.revision}.`,
  },
  "session-not-found": { status: 404, say: () => "Utkastet finns inte. Börja om utan ”session”." },
  "section-not-found": {
    status: 404,
    say: (d: { section: string }) => `Rapporten har inget avsnitt ”${d.section}”.`,
  },
  "chart-not-found": { status: 404, say: (d: { chart: string }) => `Avsnittet har inget diagram ”${d.chart}”.` },
  "table-not-found": { status: 404, say: (d: { table: string }) => `Avsnittet har ingen tabell ”${d.table}”.` },
  "statistics-not-found": { status: 404, say: () => "Studien har ingen egen befolkningsstatistik." },
  "not-published": { status: 404, say: () => "Inget är publicerat här ännu." },
  "link-of-study-not-found": { status: 404, say: (d: { link: string }) => `Studien har ingen länk ”${d.link}”.` },
  "publication-not-found": { status: 404, say: () => "Publiceringen finns inte." },
  conflict: { status: 409, say: () => "Någon annan har ändrat samma fråga. Jämför svaren och välj vilket som gäller." },
  "unknown-revision": {
    status: 409,
    say: () => "Ändringen bygger på en version som inte finns. Läs in svaret på nytt och försök igen.",
  },
  "study-exists": {
    status: 409,
    say: (d: { study: string }) => `Det finns redan en studie ”${d.study}”. Välj ett annat id.`,
  },
  "proposals-changed": {
    status: 409,
    say: () => "Någon annan har ändrat förslagen. Läs in dem på nytt och lägg till din ändring igen.",
  },
  "publication-draft-changed": {
    status: 409,
    say: () => "Någon annan har ändrat utkastet. Läs in det på nytt och lägg till din ändring igen.",
  },
  "publication-in-progress": {
    status: 409,
    say: () => "En rapport för studien räknas redan fram. Vänta tills den är klar och försök igen.",
  },
  "publication-outdated": {
    status: 409,
    say: () => "En annan rapport har publicerats sedan förhandsvisningen gjordes. Gör en ny förhandsvisning.",
  },
  "not-a-preview": { status: 409, say: () => "Bara en förhandsvisning kan publiceras." },
  "publication-kept": {
    status: 409,
    say: () =>
      "Det som är publicerat tas inte bort, och inte heller det som räknas fram. Dra tillbaka länkarna om ingen ska läsa det.",
  },
  "nothing-to-draw": {
    status: 409,
    say: (d: { section: string }) => `Avsnittet ”${d.section}” har för få svar för att visas.`,
  },
  "link-full": {
    status: 410,
    say: (d: { max: number }) =>
      `Länken har tagit emot så många svar som den får (${d.max}). Be den som gav dig länken om en ny.`,
  },
  "link-expired": {
    status: 410,
    say: (d: { until: string }) => `Länken gällde till och med ${d.until}. Be den som gav dig länken om en ny.`,
  },
  "study-closed": { status: 410, say: () => "Studien är stängd och tar inte emot fler svar." },
  "too-large": {
    status: 413,
    say: (d: { megabytes: number }) => `Det som skickades är för stort. Gränsen är ${d.megabytes} MB.`,
  },
  "answers-invalid": {
    status: 422,
    say: (d: { problems: readonly Problem[] }) =>
      d.problems.length === 1 ? "Ett svar behöver rättas." : `${d.problems.length} svar behöver rättas.`,
  },
  "identity-number": {
    status: 422,
    say: () => "Svaret innehåller ett personnummer eller samordningsnummer. Ta bort det. Inget sparades nu.",
  },
  "study-invalid": { status: 422, say: (d: { problems: readonly Problem[] }) => listed("Studiefilen", d.problems) },
  "proposals-invalid": {
    status: 422,
    say: (d: { problems: readonly Problem[] }) =>
      d.problems.length === 1
        ? "Ett förslag behöver rättas."
        : `${d.problems.length} saker i förslagen behöver rättas.`,
  },
  "identity-number-in-text": {
    status: 422,
    say: () => "Texten innehåller ett personnummer eller samordningsnummer. Ta bort det. Inget sparades nu.",
  },
  "audit-failed": { status: 422, say: (d: { why: string }) => d.why },
  "publication-refused": { status: 422, say: (d: { why: string }) => d.why },
  "assignment-mismatch": { status: 422, say: (d: { why: string }) => d.why },
  "import-invalid": {
    status: 422,
    say: (d: { problems: readonly FileProblem[] }) => listed("Filen", d.problems),
  },
  "statistics-invalid": { status: 422, say: (d: { why: string }) => d.why },
  "password-too-short": { status: 422, say: () => "Lösenordet ska ha minst 12 tecken." },
  "too-many-requests": { status: 429, say: () => "För många anrop på kort tid. Vänta en minut och försök igen." },
  "too-many-logins": { status: 429, say: () => "För många försök att logga in. Vänta en kvart och försök igen." },
  "too-many-passcodes": {
    status: 429,
    say: () => "För många försök med fel lösenord. Vänta en kvart och försök igen.",
  },
  internal: { status: 500, say: () => "Något gick fel hos oss. Det som redan var sparat finns kvar." },
  "report-failed": {
    status: 503,
    say: () => "Rapporten gick inte att räkna fram just nu. Försök igen om en stund.",
  },
  "publication-working": {
    status: 503,
    say: () => "Rapporten räknas fram just nu. Försök igen om en liten stund.",
  },
  "publication-failed": { status: 503, say: () => "Rapporten gick inte att göra just nu. Försök igen om en stund." },
  "web-not-built": { status: 503, say: () => "Webbsidorna är inte byggda. Kör ”npm run build”." },
} as const;

/** One problem in a file, by line (1 is the heading) and column name; "" for the whole line. */
export interface FileProblem {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

function listed(what: string, problems: readonly { readonly message: string }[]): string {
  const first = problems[0]?.message ?? "";
  return problems.length <= 1
    ? `${what} går inte att använda. ${first}`
    : `${what} har ${problems.length} fel. ${first}`;
}

export type ProblemName = keyof typeof catalogue;
type Details<C extends ProblemName> = Parameters<(typeof catalogue)[C]["say"]>;

export const statusOf = (code: ProblemName): number => catalogue[code].status;

/** A caller's problem: thrown anywhere below a route, answered by the error handler. */
export class HttpProblem extends Error {
  readonly code: ProblemName;
  readonly status: number;
  /** What goes along in the answer beside code and message. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: ProblemName, message: string, more: Readonly<Record<string, unknown>>) {
    super(message);
    this.code = code;
    this.status = statusOf(code);
    this.more = more;
  }

  get body(): Record<string, unknown> {
    return { code: this.code, message: this.message, ...this.more };
  }
}

/** The sentence of a problem needs the details it names; lists of problems go along in the answer. */
export function problem<C extends ProblemName>(code: C, ...details: Details<C>): HttpProblem {
  const say = catalogue[code].say as (...details: readonly unknown[]) => string;
  const [detail] = details as readonly unknown[];
  const problems = (detail as { problems?: unknown } | undefined)?.problems;
  return new HttpProblem(code, say(detail), problems === undefined ? {} : { problems });
}
