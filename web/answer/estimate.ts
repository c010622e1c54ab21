/** How long the questionnaire takes, worked out from its definition alone (SurveyJS JSON). */

interface Element {
  readonly type?: string;
  readonly visibleIf?: string;
  readonly elements?: readonly Element[];
  readonly rows?: readonly unknown[];
  readonly items?: readonly unknown[];
  readonly columns?: readonly unknown[];
}

/** Seconds for one question, of a person who knows the answer or decides not to look for it. */
const SECONDS = { choice: 12, text: 40, number: 30, row: 6, ranking: 40, card: 45 } as const;
/** A question that depends on an answer is put to about a third of those who answer. */
const CONDITIONAL_SHARE = 0.35;

/** Minutes for each page of a definition, in order. Unknown kinds of element count as one choice. */
export function minutesByPage(definition: Readonly<Record<string, unknown>>): readonly number[] {
  const pages = Array.isArray(definition["pages"]) ? (definition["pages"] as readonly Element[]) : [];
  return pages.map((page) => secondsOf(page.elements ?? []) / 60);
}

/** A figure to tell people: whole minutes up to ten, then fives; never less than one. */
export function roundMinutes(minutes: number): number {
  return minutes <= 10 ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
}

function secondsOf(elements: readonly Element[]): number {
  return elements.reduce(
    (sum, element) => sum + ownSeconds(element) * (element.visibleIf === undefined ? 1 : CONDITIONAL_SHARE),
    0,
  );
}

function ownSeconds(element: Element): number {
  switch (element.type ?? "") {
    case "panel":
      return secondsOf(element.elements ?? []);
    case "html":
      return 0;
    case "matrix":
      return SECONDS.choice + SECONDS.row * (element.rows?.length ?? 0);
    case "multipletext":
      return SECONDS.number + SECONDS.row * (element.items?.length ?? 0);
    case "matrixdropdown":
      return SECONDS.card * (element.rows?.length ?? 0) * CONDITIONAL_SHARE;
    case "ranking":
      return SECONDS.ranking;
    case "comment":
      return SECONDS.text;
    case "text":
      return SECONDS.number;
    default:
      return SECONDS.choice;
  }
}
