import "./answer.css";
import { answerApi } from "./api.ts";
import { startAnswering } from "./answering.ts";
import { element } from "./element.ts";
import { localBuffer } from "./local-buffer.ts";
import { problemPage } from "./problem-page.ts";
import { Saver } from "./saver.ts";
import { topLine } from "./words.ts";

const root = document.getElementById("root");
const token = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const api = answerApi(token);
const buffer = localBuffer(token, () => localStorage);

async function open(page: HTMLElement): Promise<void> {
  const waiting = element("p", { role: "status", class: "soft" }, "Hämtar formuläret …");
  page.replaceChildren(element("main", { class: "page", id: "main" }, waiting));
  const reply = await api.open(buffer.readSession());
  if (reply.kind === "done") {
    document.title = `${topLine(reply.body)} – Behovskartan`;
    startAnswering(page, reply.body, new Saver(reply.body, api, buffer), api);
  } else if (reply.kind !== "conflict") {
    page.replaceChildren(problemPage(reply, () => void open(page)));
  }
}

if (root) void open(root);
