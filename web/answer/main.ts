import "./answer.css";
import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { answerApi } from "./api.ts";
import { startAnswering, type Surroundings } from "./answering.ts";
import { isKept, placesFor, setKept } from "./device.ts";
import { element } from "./element.ts";
import { introKind } from "./intro.ts";
import { localBuffer } from "./local-buffer.ts";
import { mannerOf } from "./manner.ts";
import { hashOf } from "./place.ts";
import { problemPage } from "./problem-page.ts";
import { Saver } from "./saver.ts";
import { tabTitle } from "./words.ts";

const root = document.getElementById("root");
const token = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const api = answerApi(token);
/** Until the questionnaire is known: which session of it this tab had open. */
const opening = localBuffer(token, { unsent: () => sessionStorage, session: () => sessionStorage });

async function open(page: HTMLElement): Promise<void> {
  const waiting = element("p", { role: "status", class: "soft" }, "Hämtar formuläret …");
  page.replaceChildren(element("main", { class: "page", id: "main" }, waiting));
  const session = opening.readSession();
  const reply = await api.open(session);
  if (reply.kind === "done") await start(page, reply.body);
  else if (reply.kind === "refused" && session !== undefined && reply.error.code === "session-not-found") {
    // What the tab remembers has been sent, or is gone: a new answer begins.
    opening.forget();
    await open(page);
  } else if (reply.kind !== "conflict") page.replaceChildren(problemPage(reply, () => void open(page)));
}

async function start(page: HTMLElement, sheet: AnswerSheet): Promise<void> {
  const manner = mannerOf(sheet);
  const buffer = localBuffer(token, placesFor(manner));
  if (sheet.session !== undefined) buffer.writeSession(sheet.session);
  document.title = tabTitle(sheet);
  const saver = new Saver(sheet, api, buffer, { holdsDrafts: manner.isPrivate });
  const surroundings: Surroundings = {
    forget: () => {
      saver.forget();
      opening.forget();
      setKept(false);
    },
    isKept,
    setKept: (kept) => {
      if (!kept) saver.forget();
      setKept(kept);
    },
    openPeriod: (session) => {
      buffer.writeSession(session);
      history.replaceState(null, "", hashOf({ at: "part", number: 1 }));
      location.reload();
    },
  };
  const kind = await introKind(sheet.instrument);
  startAnswering(page, { sheet, kind, saver, api, surroundings });
}

if (root) void open(root);
