/** The whole application over the loopback address, with a real SQLite file in a folder of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { type Logger, pino } from "pino";
import { buildIfStale } from "../../build.ts";
import { configFrom } from "../../server/config.ts";
import { serve } from "../../server/serve.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { createStudy } from "../../server/study/create-study.ts";
import { createAnswerLink, createLoginLink } from "../../server/study/links.ts";
import { Questionnaires } from "../../server/study/questionnaires.ts";
import type { Reference } from "../../server/study/reference.ts";
import { hashToken, newToken } from "../../server/tokens.ts";

/** Two municipalities; three parties, one of which covers both: four assignments. */
export const studyFile = {
  id: "unga",
  title: "Unga med sammansatta behov",
  target_group: { age_min: 16, age_max: 25, description: "Unga som behöver stöd från flera parter." },
  reference_period: { from: "2026-01-01", to: "2026-06-30" },
  municipalities: ["1492", "1487"],
  parties: [
    { id: "soc-amal", kind: "social_services", name: "Socialtjänsten i Åmål", municipalities: ["1492"] },
    { id: "soc-vbg", kind: "social_services", name: "Socialtjänsten i Vänersborg", municipalities: ["1487"] },
    { id: "bup", kind: "child_psychiatry", name: "BUP", municipalities: ["1492", "1487"] },
  ],
  instruments: [{ instrument: "party", version: 1 }],
};

export const reference: Reference = {
  municipalityNames: new Map([
    ["1492", "Åmål"],
    ["1487", "Vänersborg"],
  ]),
  interventions: [
    { code: "case_management", label: "Case management" },
    { code: "outreach", label: "Uppsökande arbete" },
  ],
  norms: [{ step: "assessment", days: 30, source: "påhittad", valid_from: "2020-01-01" }],
  cases: [
    {
      id: "alex",
      version: 1,
      title: "Alex",
      persons: [{ role: "Alex", description: "är sexton år." }],
      stages: [
        { no: 1, title: "Skolan märker något", text: "Alex går sällan till skolan.", age: 16 },
        { no: 2, title: "Utredningen", text: "Alex väntar på en utredning.", age: 17 },
      ],
    },
  ],
};

export interface Application {
  readonly url: string;
  readonly store: Store;
  readonly folder: string;
  readonly studyFile: typeof studyFile;
  /** Headers of an investigator with an API token. */
  readonly investigator: Readonly<Record<string, string>>;
  /** The path of a fresh answering link under /api/answer/. */
  answerPath(party?: string, municipality?: string): Promise<string>;
  loginToken(): Promise<string>;
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, `undefined` where it is none. */
  readonly body: Record<string, unknown>;
}

/** `log`: where the server's own lines go; nowhere unless `TEST_LOG` names a level. */
export async function startApplication(
  env: Readonly<Record<string, string>> = {},
  log: Logger = pino({ level: process.env.TEST_LOG ?? "silent" }),
): Promise<Application> {
  // The worker threads run from the bundle.
  await buildIfStale("server");
  const folder = mkdtempSync(join(tmpdir(), "behovskartan-"));
  const databaseFile = join(folder, "behovskartan.db");
  const config = configFrom({ PORT: "0", LOG_LEVEL: "silent", RATE_LIMIT: "off", DATA_DIR: folder, ...env });
  const store = await openStore({ file: databaseFile });
  const questionnaires = new Questionnaires(store, reference.municipalityNames);
  const served = await serve({ config, store, reference, questionnaires, databaseFile }, log);
  const url = `http://127.0.0.1:${served.config.port}`;
  const maker = { store, config: { publicUrl: "" }, now: () => new Date() };
  const created = await createStudy(store, reference, studyFile, new Date().toISOString());
  if (created.status !== "created") throw new Error(JSON.stringify(created));
  const user = { id: randomUUID(), email: "u@exempel.se", role: "investigator" as const, passwordHash: undefined };
  await store.createUser(user, new Date().toISOString());
  const token = newToken();
  await store.createApiToken(user.id, "test", hashToken(token), new Date().toISOString());
  return {
    url,
    store,
    folder,
    studyFile,
    investigator: { authorization: `Bearer ${token}` },
    async answerPath(party = "soc-amal", municipality = "1492") {
      const link = await createAnswerLink(maker, "unga", { instrument: "party", party, municipality });
      if (link === undefined) throw new Error("no such assignment");
      return link.url.replace("/svara/", "/api/answer/");
    },
    loginToken: async () => (await createLoginLink(maker, user.id)).replace("/logga-in/", ""),
    call: (method, path, body, headers) => call(url + path, method, body, headers),
    async stop() {
      await served.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** An object is sent as JSON, a string or bytes as they are. */
async function call(
  url: string,
  method: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const raw = typeof body === "string" || body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
