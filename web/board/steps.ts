import { make, makeButton } from "./elements.ts";
import { readSteps, type Step } from "./step-list.ts";
import { StepStage, type Move } from "./step-stage.ts";

/** In the address while a step is shown, so that a reload stays there: "#visa/group-size/per-1000". */
const HASH = "#visa/";

const KEYS: Readonly<Record<string, Move>> = {
  ArrowRight: "next",
  PageDown: "next",
  " ": "next",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
};

/** The step with this id; of one that is not there, the first of its section, and otherwise the title. */
function nearest(steps: readonly Step[], id: string): number {
  const section = `${id.split("/")[0] ?? ""}/`;
  const at = steps.findIndex((step) => step.id === id);
  return at >= 0
    ? at
    : Math.max(
        0,
        steps.findIndex((step) => step.id.startsWith(section)),
      );
}

/** Shows the report to a meeting: one finding at a time over the whole screen. */
export function offerSteps(tools: HTMLElement): void {
  const all = readSteps();
  const leading = all.filter((step) => step.leading);
  if (all.length < 2) return;
  let steps: readonly Step[] = leading;
  let index = 0;

  const moveTo = (to: number): void => {
    index = Math.min(steps.length - 1, Math.max(0, to));
    const step = steps[index];
    if (step === undefined) return;
    history.replaceState(null, "", HASH + step.id);
    stage.show(step, { steps, index, everything: steps === all });
  };
  const move = (to: Move): void => moveTo({ next: index + 1, back: index - 1, first: 0, last: steps.length - 1 }[to]);
  /** A chart that is not among the leading ones brings the others with it. */
  const choose = (id: string): void => {
    if (leading.every((step) => step.id !== id) && all.some((step) => step.id === id)) steps = all;
    moveTo(nearest(steps, id));
  };
  const stage = new StepStage({
    more: all.length > leading.length ? all.length - 1 : 0,
    onMove: move,
    onChoose: choose,
    onEverything: (everything) => {
      const id = steps[index]?.id ?? "";
      steps = everything ? all : leading;
      moveTo(nearest(steps, id));
    },
    onClosed: () => {
      history.replaceState(null, "", location.pathname + location.search);
      // Back in the page the reader stands where the meeting stopped.
      (steps[index]?.chart ?? document.querySelector(".report-head"))?.scrollIntoView({ block: "start" });
      button.focus({ preventScroll: true });
    },
  });
  const open = async (id: string): Promise<void> => {
    await stage.open();
    choose(id);
  };

  const button = makeButton("Visa steg för steg", "button", () => void open("start"));
  button.append(make("span", { class: "visually-hidden" }, ", över hela skärmen"));
  tools.prepend(button);

  stage.element.addEventListener("keydown", (event) => {
    const to = KEYS[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || isOwnKey(event)) return;
    event.preventDefault();
    move(to);
  });
  const follow = (): void => {
    if (location.hash.startsWith(HASH)) void open(decodeURIComponent(location.hash.slice(HASH.length)));
  };
  addEventListener("hashchange", follow);
  follow();
}

/** Keys that belong to what has the focus: a list that is chosen from, a button that is pressed with the space bar. */
function isOwnKey({ target, key }: KeyboardEvent): boolean {
  return target instanceof HTMLSelectElement || (key === " " && target instanceof HTMLButtonElement);
}
