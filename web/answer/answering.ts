/** The page once its link is open: the first page, and the questionnaire as soon as its code is here. */
import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import type { AnswerApi } from "./api.ts";
import { watchConnection } from "./connection.ts";
import { button, element } from "./element.ts";
import { intro, type IntroKind } from "./intro.ts";
import { mannerOf } from "./manner.ts";
import { inventedStrip, masthead } from "./masthead.ts";
import { hashOf, placeOf, type Place } from "./place.ts";
import type { QuestionnaireProps } from "./questionnaire.tsx";
import { leaveNow, watchEscape } from "./quick-exit.ts";
import { partToResume } from "./resume.ts";
import type { Saver } from "./saver.ts";

type Draw = (props: QuestionnaireProps) => void;

/** What reaches beyond the answer on the page: this device, and the other answers of the same link. */
export interface Surroundings {
  /** Takes away everything of the answer that lies on this device. */
  readonly forget: () => void;
  /** Whether the person has asked to keep a private answer in this tab. */
  readonly isKept: () => boolean;
  readonly setKept: (kept: boolean) => void;
  readonly openPeriod: (session: string) => void;
}

interface Answering {
  readonly sheet: AnswerSheet;
  readonly kind: IntroKind;
  readonly saver: Saver;
  readonly api: AnswerApi;
  readonly surroundings: Surroundings;
}

export function startAnswering(root: HTMLElement, { sheet, kind, saver, api, surroundings }: Answering): void {
  const manner = mannerOf(sheet);
  const first = element("div", {});
  const questions = element("div", { hidden: true });
  let place = placeOf(location.hash);
  let { receipt } = sheet;
  let seed: QuestionnaireProps["seed"];
  let draw: Draw | undefined;
  let hasFailed = false;

  const go = (next: Place): void => {
    // A private answer has one place in the tab's history, so that leaving takes all of it away.
    if (manner.isPrivate) history.replaceState(null, "", hashOf(next));
    else history.pushState(null, "", hashOf(next));
    place = next;
    show();
  };
  const leave = (): void => leaveNow(surroundings.forget);
  /** An open answer is finished: its page takes the place of everything. */
  const finish = (thanks: HTMLElement): void => {
    surroundings.forget();
    history.replaceState(null, "", location.pathname);
    removeEventListener("popstate", follow);
    root.replaceChildren(...strip, thanks);
    scrollTo({ top: 0, behavior: "instant" });
    document.querySelector<HTMLElement>("main h1")?.focus();
  };
  const showFirst = (): void => {
    const { current } = saver.state;
    const page = intro({
      sheet,
      kind,
      api,
      receipt,
      surroundings,
      hasAnswers: Object.keys(current).length > 0,
      onStart: () => go({ at: "part", number: 1 }),
      onResume: () => go({ at: "part", number: partToResume(sheet.definition, current) }),
      onReceipt: () => go({ at: "receipt" }),
      onCopy: (answers) => {
        seed = answers;
        go({ at: "part", number: 1 });
      },
    });
    first.replaceChildren(page);
    scrollTo({ top: 0, behavior: "instant" });
  };
  const show = (): void => {
    const isFirst = place.at === "intro";
    first.hidden = draw !== undefined && !isFirst;
    questions.hidden = !first.hidden;
    draw?.({
      sheet,
      api,
      saver,
      place,
      go,
      seed,
      receipt,
      leave,
      onFinish: finish,
      onReceipt: (sent) => {
        receipt = sent;
        go({ at: "receipt" });
      },
    });
    if (isFirst) showFirst();
    else if (draw === undefined) first.replaceChildren(waiting(hasFailed));
  };

  const follow = (): void => {
    place = placeOf(location.hash);
    show();
  };

  const strip = sheet.study.invented ? [inventedStrip()] : [];
  root.replaceChildren(
    skipLink(),
    ...strip,
    masthead(sheet, saver, () => go({ at: "compare" }), leave),
    first,
    questions,
  );
  addEventListener("popstate", follow);
  watchConnection(saver);
  if (manner.isPrivate) {
    watchEscape(leave);
    // The browser may keep a page that was left as it stood; the next one who comes back to it begins anew.
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  }
  show();
  afterPaint(() => {
    import("./questionnaire.tsx").then(
      ({ mountQuestionnaire }) => {
        draw = mountQuestionnaire(questions, { sheet, saver });
        if (place.at !== "intro") show();
      },
      () => {
        hasFailed = true;
        if (place.at !== "intro") show();
      },
    );
  });
}

function waiting(hasFailed: boolean): HTMLElement {
  const content = hasFailed
    ? [
        element("p", { role: "alert" }, "Frågorna kunde inte hämtas. Kontrollera att du har nät."),
        // The browser remembers a module that failed: only a reload asks for it again.
        button("Ladda om sidan", () => location.reload()),
      ]
    : [element("p", { role: "status", class: "soft" }, "Hämtar frågorna …")];
  return element("main", { class: "page", id: "main" }, ...content);
}

/** The part of the address after "#" says where we are, so this link must not change it. */
function skipLink(): HTMLElement {
  const skip = (event: Event): void => {
    event.preventDefault();
    const heading = [...document.querySelectorAll<HTMLElement>("main h1")].find((found) => found.offsetParent !== null);
    heading?.focus();
  };
  return element("a", { class: "skip", href: "#main", click: skip }, "Till innehållet");
}

/** Runs once the browser has shown what is on the page. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run, 0));
}
