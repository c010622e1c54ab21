/** How long the questionnaire takes, worked out from its definition alone (SurveyJS JSON). */

interface Element {
  readonly type?: string;
  readonly visibleIf?: string;
  readonly html?: string;
  readonly elements?: readonly Element[];
  readonly choices?: readonly unknown[];
  /** Of a grid; in a text, how many lines high it is. */
  readonly rows?: readonly unknown[] | number;
  readonly items?: readonly unknown[];
}

/** Seconds for one thing on the page, of a person who knows the answer or decides not to look for it. */
export interface Pace {
  /** The title and the description of a page. */
  readonly page: number;
  /** One of a few. */
  readonly choice: number;
  /** Each line of a list of which several may be chosen, to read it; 0 where such a list counts as a choice. */
  readonly line: number;
  readonly text: number;
  readonly number: number;
  readonly row: number;
  readonly ranking: number;
  /** A row with several fields. */
  readonly card: number;
  /** Characters of a story read in a minute. */
  readonly reading: number;
  /** Share of the rows that are put to somebody, where rows depend on an answer. */
  readonly rowShare: number;
}

/** Figures that somebody has looked up beforehand. */
export const FACTS: Pace = {
  page: 0,
  choice: 12,
  line: 0,
  text: 40,
  number: 30,
  row: 6,
  ranking: 40,
  card: 16,
  reading: 1_000,
  rowShare: 1,
};
/** One's own view, with a tap; a text is left empty by most. */
export const OPINIONS: Pace = {
  ...FACTS,
  page: 2,
  choice: 6,
  line: 0.5,
  text: 15,
  row: 4,
  ranking: 25,
  card: 5,
  rowShare: 0.3,
};
/** The same in easy Swedish, by somebody who reads slowly. */
export const EASY: Pace = { ...OPINIONS, page: 6, choice: 10, line: 1.2, row: 6, rowShare: 0.2 };
/** A story is read, and what one would do is thought over. */
export const STORY: Pace = { ...FACTS, choice: 8, line: 0.3, text: 30, number: 8 };

/** A question that depends on an answer is put to about a third of those who answer. */
const CONDITIONAL_SHARE = 0.35;
/** Lists longer than this are read line by line. */
const SHORT_LIST = 7;

/** Minutes for each page of a definition, in order. Unknown kinds of element count as one choice. */
export function minutesByPage(definition: Readonly<Record<string, unknown>>, pace: Pace): readonly number[] {
  const pages = Array.isArray(definition["pages"]) ? (definition["pages"] as readonly Element[]) : [];
  return pages.map((page) => (pace.page + secondsOf(page.elements ?? [], pace)) / 60);
}

/** A figure to tell people: whole minutes up to ten, then fives; never less than one. */
export function roundMinutes(minutes: number): number {
  return minutes <= 10 ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
}

function secondsOf(elements: readonly Element[], pace: Pace): number {
  return elements.reduce((sum, element) => {
    const isSometimes = element.visibleIf !== undefined && !(pace.rowShare < 1 && rowsOf(element).some(isConditional));
    return sum + ownSeconds(element, pace) * (isSometimes ? CONDITIONAL_SHARE : 1);
  }, 0);
}

function ownSeconds(element: Element, pace: Pace): number {
  switch (element.type ?? "") {
    case "panel":
      return secondsOf(element.elements ?? [], pace);
    case "html":
      return ((element.html?.length ?? 0) * 60) / pace.reading;
    case "matrix":
      return pace.choice + pace.row * rowsPut(element, pace);
    case "multipletext":
      return pace.number + pace.row * (element.items?.length ?? 0);
    case "matrixdropdown":
      return pace.card * rowsPut(element, pace);
    case "ranking":
      return pace.ranking;
    case "comment":
      return pace.text;
    case "text":
      return pace.number;
    default: {
      const lines = element.choices?.length ?? 0;
      return pace.choice + (lines > SHORT_LIST ? pace.line * lines : 0);
    }
  }
}

const isConditional = (row: unknown): boolean => typeof row === "object" && row !== null && "visibleIf" in row;

const rowsOf = ({ rows }: Element): readonly unknown[] => (Array.isArray(rows) ? rows : []);

const rowsPut = (element: Element, pace: Pace): number =>
  rowsOf(element).reduce<number>((sum, row) => sum + (isConditional(row) ? pace.rowShare : 1), 0);
