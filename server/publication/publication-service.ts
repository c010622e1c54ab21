/** Publications as the rest of the server asks for them: made and rendered in threads, so that answers come in meanwhile. */
import type { Logger } from "pino";
import type { PublicationProgress } from "../../survey-definitions/wire.ts";
import type { Store } from "../store/store.ts";
import { openWorkerThread } from "../worker-thread.ts";
import { createDocumentCache } from "./document-cache.ts";
import { type JobRunner, openJobRunner } from "./job-runner.ts";
import type { PublishJob } from "./publish-job.ts";
import type { PublicationOutput } from "./render.ts";

export interface PublicationSettings {
  readonly databaseUrl: string | undefined;
  /** The SQLite file. */
  readonly file: string;
}

export type PublicationRequest =
  | { readonly task: "publish"; readonly job: PublishJob }
  | { readonly task: "render"; readonly publication: string; readonly output: PublicationOutput };

const SLOW: ReadonlySet<PublicationOutput["format"]> = new Set(["docx", "pdf", "xlsx", "zip"]);

export interface PublicationService extends Pick<JobRunner, "start" | "wake"> {
  /**
   * What never changes is rendered once and kept while there is room.
   *
   * @throws {HttpProblem} section-not-found, table-not-found, chart-not-found, web-not-built, publication-failed
   */
  readonly render: (publication: string, output: PublicationOutput) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export function openPublicationService(store: Store, settings: PublicationSettings, log: Logger): PublicationService {
  const kind = { name: "publication-worker", failed: "publication-failed", data: settings } as const;
  const making = openWorkerThread<PublicationRequest, PublicationProgress>(kind, log);
  // A page does not wait for a document that takes a minute.
  const pages = openWorkerThread<PublicationRequest>(kind, log);
  const documents = openWorkerThread<PublicationRequest>(kind, log);
  const runner = openJobRunner(store, (job, onProgress) => making.ask({ task: "publish", job }, onProgress), log);
  const cache = createDocumentCache();
  return {
    start: runner.start,
    wake: runner.wake,
    render: (publication, output) =>
      cache.get(JSON.stringify([publication, output]), () =>
        (SLOW.has(output.format) ? documents : pages).ask({ task: "render", publication, output }),
      ),
    async close() {
      await Promise.all([runner.close(making.close), pages.close(), documents.close()]);
    },
  };
}
