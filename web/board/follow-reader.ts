/**
 * Marks in the map of contents where the reader is: the last section whose head has passed the upper third of the window.
 * A link of the folded map closes it.
 */
export function followReader(report: HTMLElement): void {
  const sections = [...report.querySelectorAll<HTMLElement>(".finding")];
  const links = [...report.querySelectorAll<HTMLAnchorElement>(".contents-list a")];
  const here = report.querySelector(".contents-here");
  const beside = report.querySelector<HTMLElement>(".contents-beside");
  const folded = report.querySelector(".contents-folded");
  let current: string | undefined;

  const mark = (id: string | undefined): void => {
    if (id === current) return;
    current = id;
    for (const link of links) {
      if (link.hash !== `#${id ?? ""}`) link.removeAttribute("aria-current");
      else {
        link.setAttribute("aria-current", "location");
        if (here !== null) here.textContent = link.firstChild?.textContent ?? "";
        if (beside?.contains(link) === true) keepInView(beside, link);
      }
    }
    if (id !== undefined) return;
    if (here !== null) here.textContent = "";
    beside?.scrollTo(0, 0);
  };
  const find = (): void => mark(sections.findLast((one) => one.getBoundingClientRect().top < innerHeight / 3)?.id);

  let waiting = false;
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      find();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  find();
  folded?.addEventListener("click", (event) => {
    if (event.target instanceof HTMLAnchorElement) folded.removeAttribute("open");
  });
}

/** The map scrolls by itself where it is higher than the window. */
function keepInView(frame: HTMLElement, link: HTMLElement): void {
  const { top, bottom } = link.getBoundingClientRect();
  const { top: frameTop, bottom: frameBottom, height } = frame.getBoundingClientRect();
  if (top < frameTop || bottom > frameBottom) frame.scrollBy(0, top - frameTop - height / 2);
}
