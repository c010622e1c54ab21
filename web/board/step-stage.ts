import { make, makeButton } from "./elements.ts";
import type { Step } from "./step-list.ts";

export type Move = "next" | "back" | "first" | "last";

interface Wishes {
  /** Number of charts; 0 where there are no more than the leading ones. */
  readonly more: number;
  readonly onMove: (to: Move) => void;
  readonly onChoose: (id: string) => void;
  readonly onEverything: (everything: boolean) => void;
  readonly onClosed: () => void;
}

interface Position {
  readonly steps: readonly Step[];
  readonly index: number;
  readonly everything: boolean;
}

/** A drawing is enlarged at least this much on a large screen, where it is read from afar: then it scrolls, if it must. */
const READ_FROM_AFAR = 1.3;
const LARGE_SCREEN_PX = 1_200;
/** Of one press on an arrow up or down. */
const SCROLL_PX = 160;

/** The screen that the steps are shown on: a dialog over the page, so that focus stays in it and Escape leaves it. */
export class StepStage {
  readonly element: HTMLDialogElement;
  readonly #kicker = make("p", { class: "steps-question" });
  readonly #title = make("h2", { class: "steps-title", tabindex: "-1" });
  readonly #scope = make("p", { class: "steps-scope" });
  readonly #drawing = make("div", { class: "steps-drawing" });
  readonly #body: HTMLElement;
  readonly #position = make("p", { class: "steps-position numbers" });
  readonly #said = make("p", { class: "visually-hidden", "aria-live": "polite" });
  readonly #choice = make("select", { class: "select steps-choice", "aria-label": "Gå till" });
  readonly #everything: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #more = make("p", { class: "steps-more" }, "Rulla eller tryck pil ned för att se hela diagrammet.");
  #listed: readonly Step[] = [];

  constructor({ more, onMove, onChoose, onEverything, onClosed }: Wishes) {
    this.#back = makeButton("Förra", "button button-quiet", () => onMove("back"));
    this.#next = makeButton("Nästa", "button", () => onMove("next"));
    this.#everything = makeButton(`Alla ${more} diagram`, "button button-quiet", () =>
      onEverything(this.#everything.getAttribute("aria-pressed") !== "true"),
    );
    this.#everything.classList.add("steps-everything");
    this.#everything.hidden = more === 0;
    this.#choice.addEventListener("change", () => onChoose(this.#choice.value));
    const text = make("div", { class: "steps-text" }, this.#kicker, this.#title, this.#scope, this.#more);
    this.#body = make("div", { class: "steps-body" }, text, this.#drawing);
    const bar = make(
      "div",
      { class: "steps-bar" },
      make("div", { class: "steps-move" }, this.#back, this.#position, this.#next),
      this.#choice,
      this.#everything,
      makeButton("Avsluta", "button button-quiet steps-end", () => this.element.close()),
    );
    this.element = make(
      "dialog",
      { class: "steps", "aria-label": "Rapporten steg för steg" },
      this.#body,
      bar,
      this.#said,
    );
    this.element.addEventListener("close", () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen();
      onClosed();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.target === this.#choice) return;
      if (event.key === "ArrowDown") this.#body.scrollBy(0, SCROLL_PX);
      if (event.key === "ArrowUp") this.#body.scrollBy(0, -SCROLL_PX);
    });
    addEventListener("resize", () => this.#fit());
    // The browser's own way out of the whole screen is a way out of the steps.
    document.addEventListener("fullscreenchange", () => {
      if (document.fullscreenElement === null && this.element.open) this.element.close();
    });
    document.body.append(this.element);
  }

  /** Over the whole screen where the browser allows it; otherwise over the window. */
  async open(): Promise<void> {
    if (this.element.open) return;
    // Before the dialog: what comes last into the top layer lies on top.
    if (navigator.userActivation.isActive) await document.documentElement.requestFullscreen().catch(() => undefined);
    this.element.showModal();
  }

  show(step: Step, { steps, index, everything }: Position): void {
    this.#kicker.textContent = step.question;
    this.#title.textContent = step.title;
    this.#scope.textContent = step.scope;
    this.#scope.hidden = step.scope === "";
    this.#position.textContent = `${index + 1} av ${steps.length}`;
    this.#said.textContent = `${index + 1} av ${steps.length}: ${step.title}`;
    // Not disabled: a button that is pressed keeps the focus.
    this.#back.setAttribute("aria-disabled", String(index === 0));
    this.#next.setAttribute("aria-disabled", String(index === steps.length - 1));
    this.#everything.setAttribute("aria-pressed", String(everything));
    this.#list(steps);
    this.#choice.value = step.id;
    this.element.classList.toggle("steps-start", step.chart === undefined);
    this.#draw(step.chart);
    this.#body.scrollTop = 0;
    if (!this.element.contains(document.activeElement) || document.activeElement === this.element) {
      this.#title.focus({ preventScroll: true });
    }
  }

  #list(steps: readonly Step[]): void {
    if (steps === this.#listed) return;
    this.#listed = steps;
    this.#choice.replaceChildren(
      ...steps.map(({ id, title }, index) => make("option", { value: id }, `${index + 1}. ${title}`)),
    );
  }

  /** The drawing for the width of the window, as the page shows it. */
  #draw(chart: HTMLElement | undefined): void {
    const shown = matchMedia("(min-width: 44rem)").matches ? ".chart-wide svg" : ".chart-phone svg";
    const drawing = chart?.querySelector(shown)?.cloneNode(true);
    this.#drawing.replaceChildren(...(drawing === undefined ? [] : [drawing]));
    this.#fit();
  }

  /** As large as there is room for, and never too small to read. */
  #fit(): void {
    const svg = this.#drawing.querySelector("svg");
    this.#more.hidden = true;
    if (svg === null || !this.element.open) return;
    const { width, height } = svg.viewBox.baseVal;
    const across = this.#drawing.clientWidth / width;
    const style = getComputedStyle(this.#body);
    const taken = this.#drawing.offsetTop + parseFloat(style.paddingBottom);
    const down = (this.#body.clientHeight - taken) / height;
    const readable = innerWidth >= LARGE_SCREEN_PX ? READ_FROM_AFAR : 1;
    const scale = Math.max(Math.min(across, down), Math.min(across, readable));
    svg.style.width = `${width * scale}px`;
    svg.style.height = `${height * scale}px`;
    this.#more.hidden = this.#body.scrollHeight <= this.#body.clientHeight + 4;
  }
}
