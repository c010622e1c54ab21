import { make } from "./elements.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What a mark of a chart says: under the pointer or a finger, and one after the other with the arrow keys. */
export function showTips(within: HTMLElement): void {
  for (const frame of within.querySelectorAll<HTMLElement>(".chart-wide, .chart-phone")) {
    if (frame.querySelector("[data-tip]") !== null) showTipsOf(frame);
  }
}

function showTipsOf(frame: HTMLElement): void {
  const said = make("p", { class: "visually-hidden", "aria-live": "polite" });
  let shown: readonly Element[] = [];
  let position = -1;

  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Diagram. Gå mellan värdena med piltangenterna.");
  frame.after(said);

  const hide = (): void => {
    for (const element of shown) element.remove();
    shown = [];
  };
  const show = (mark: Element): void => {
    hide();
    const text = mark.getAttribute("data-tip") ?? "";
    shown = draw(frame, mark, text);
    said.textContent = text;
  };
  const point = (event: PointerEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest("[data-tip]") : null;
    if (mark !== null) show(mark);
    else if (event.pointerType === "mouse") hide();
  };
  frame.addEventListener("pointermove", point);
  frame.addEventListener("pointerdown", point);
  frame.addEventListener("pointerleave", hide);
  frame.addEventListener("blur", hide);
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const step = STEPS[event.key];
    if (step === undefined) return;
    const marks = [...frame.querySelectorAll("[data-tip]")];
    event.preventDefault();
    position = Math.min(marks.length - 1, Math.max(0, position + step));
    const mark = marks[position];
    if (mark !== undefined) show(mark);
  });
}

/** A ring around the mark and its text above it, or below where there is no room. */
function draw(frame: HTMLElement, mark: Element, text: string): readonly Element[] {
  const box = mark.getBoundingClientRect();
  const origin = frame.getBoundingClientRect();
  const [left, top] = [box.left - origin.left, box.top - origin.top];
  const ring = make("div", { class: "chart-ring" });
  Object.assign(ring.style, {
    left: `${left - 3}px`,
    top: `${top - 3}px`,
    width: `${box.width + 6}px`,
    height: `${box.height + 6}px`,
  });
  const tip = make("p", { class: "chart-tip", "aria-hidden": "true" }, text);
  frame.append(ring, tip);
  const { width, height } = tip.getBoundingClientRect();
  const across = Math.min(Math.max(0, left + box.width / 2 - width / 2), Math.max(0, origin.width - width));
  const above = top - height - 10;
  Object.assign(tip.style, {
    left: `${across}px`,
    top: `${box.top - height - 10 < 0 ? top + box.height + 10 : above}px`,
  });
  return [ring, tip];
}
