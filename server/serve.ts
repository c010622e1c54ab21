/** The server as a process: listens, and on SIGTERM finishes what has begun before it stops. */
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Logger, pino } from "pino";
import { openSaveService } from "./answering/save-service.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { Context } from "./context.ts";
import { openPublicationService } from "./publication/publication-service.ts";
import { openReportService } from "./report/report-service.ts";
import type { Store } from "./store/store.ts";
import type { Questionnaires } from "./study/questionnaires.ts";
import type { Reference } from "./study/reference.ts";

const PATIENCE_MS = 10_000;

export interface Served {
  /** Where it listens: with PORT=0 the system chose the port. */
  readonly config: Config;
  /** Begins to keep the analysis form up to date, and takes up publications whose work was broken off. */
  readonly startWork: () => void;
  /** Resolves when open requests are answered and everything is closed. */
  readonly stop: () => Promise<void>;
}

export interface ServedParts {
  readonly config: Config;
  readonly store: Store;
  readonly reference: Reference;
  readonly questionnaires: Questionnaires;
  /** The SQLite file, for the workers' own connections. */
  readonly databaseFile: string;
}

/** To standard error: standard output is for results. Names, e-mail addresses, tokens and answers are never logged. */
export const createLog = ({ logLevel }: Config): Logger =>
  pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

/** @throws {Error} when the port is taken */
export async function serve({ config: wanted, databaseFile, ...parts }: ServedParts, log: Logger): Promise<Served> {
  const server = createServer();
  // Longer than proxies keep idle connections, so that none is closed under a request.
  server.keepAliveTimeout = 75_000;
  await listen(server, wanted.port);
  const { port } = server.address() as AddressInfo;
  const config = {
    ...wanted,
    port,
    publicUrl: wanted.publicUrl.replace(/^http:\/\/localhost:0$/, `http://localhost:${port}`),
  };
  const where = { databaseUrl: config.databaseUrl, file: databaseFile };
  const saved = new Int32Array(new SharedArrayBuffer(4));
  const { municipalityNames } = parts.reference;
  const saves = openSaveService({ ...where, municipalityNames, saved }, log);
  const reports = openReportService({ ...where, saved }, log);
  const publications = openPublicationService(parts.store, where, log);
  const services = { saves, reports, publications };
  const context: Context = { ...parts, config, ...services, log, now: () => new Date(), newId: () => randomUUID() };
  server.on("request", createApp(context));
  return {
    config,
    startWork() {
      reports.start();
      publications.start();
    },
    async stop() {
      await closed(server);
      await saves.close();
      await reports.close();
      await publications.close();
      await parts.store.close();
    },
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
