/** What a meeting is shown, one at a time: read from the page, so that it is the page that is shown. */
export interface Step {
  /** "start", or "group-size/per-1000": stands in the address. */
  readonly id: string;
  readonly question: string;
  readonly title: string;
  /** "Gäller Åmål" or "Gäller alla kommuner" where a municipality is chosen; otherwise "". */
  readonly scope: string;
  /** Missing on the first step, which is the title of the report. */
  readonly chart?: HTMLElement;
  /** The first chart of its section: shown also when the others are left out. */
  readonly leading: boolean;
}

const textIn = (within: ParentNode, selector: string): string =>
  within.querySelector(selector)?.textContent.trim() ?? "";

/** The title, and every chart with its finding. */
export function readSteps(): readonly Step[] {
  const start: Step = {
    id: "start",
    question: textIn(document, ".report-head .kicker"),
    title: textIn(document, "h1"),
    scope: textIn(document, ".selection strong"),
    leading: true,
  };
  const sections = [...document.querySelectorAll<HTMLElement>(".finding")];
  return [start, ...sections.flatMap(stepsOf)];
}

const stepsOf = (section: HTMLElement): readonly Step[] =>
  [...section.querySelectorAll<HTMLElement>(".chart")].map((chart, index) => ({
    id: chart.dataset["chart"] ?? "",
    question: textIn(section, ".finding-question"),
    title: chart.dataset["title"] ?? "",
    scope: textIn(chart, ".chart-scope") || textIn(section, ".finding-scope"),
    chart,
    leading: index === 0,
  }));
