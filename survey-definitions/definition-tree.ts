/** What stands in a definition: its pages, panels and questions as a flat list, with the conditions above each. */

export type Json = Readonly<Record<string, unknown>>;

export interface QuestionElement {
  readonly name: string;
  readonly type: string;
  readonly element: Json;
  /** Where it stands: `pages[0].elements[2]`. */
  readonly path: string;
  /** `visibleIf` of the page, of every panel around it and of the question, outermost first. */
  readonly conditions: readonly string[];
  /** False where it, its panel or its page says `visible: false`. */
  readonly visible: boolean;
}

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Types that show something and take no answer. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(["html", "image"]);

export const takesAnswer = ({ type }: QuestionElement): boolean => !WITHOUT_ANSWER.has(type);

/** Every question in the order of the pages. A definition without pages may hold `elements` (or `questions`) itself. */
export function questionsOf(definition: Json): readonly QuestionElement[] {
  const found: QuestionElement[] = [];
  if (Array.isArray(definition["pages"]))
    for (const [i, page] of (definition["pages"] as unknown[]).entries()) visit(page, `pages[${i}]`, [], true, found);
  visitChildren(definition, "", [], true, found);
  return found;
}

function visitChildren(
  parent: Json,
  path: string,
  conditions: readonly string[],
  visible: boolean,
  found: QuestionElement[],
): void {
  for (const key of ["elements", "questions"]) {
    for (const [i, child] of listOf(parent[key]).entries())
      visit(child, `${path === "" ? "" : `${path}.`}${key}[${i}]`, conditions, visible, found);
  }
}

function visit(
  element: unknown,
  path: string,
  above: readonly string[],
  aboveVisible: boolean,
  found: QuestionElement[],
): void {
  if (!isJson(element)) return;
  const condition = element["visibleIf"];
  const conditions = typeof condition === "string" && condition !== "" ? [...above, condition] : above;
  const visible = aboveVisible && element["visible"] !== false;
  const type = element["type"];
  if (typeof type !== "string" || type === "panel" || type === "page") {
    visitChildren(element, path, conditions, visible, found);
    return;
  }
  const name = element["name"];
  found.push({ name: typeof name === "string" ? name : "", type, element, path, conditions, visible });
}
