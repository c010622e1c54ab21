/**
 * Takes up publications that nobody works on, one at a time, and shows a sign of life while the work lasts. What a process
 * that was killed had begun is free when its lease has run out, and is then taken up from the beginning by the next.
 */
import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { PublicationProgress } from "../../survey-definitions/wire.ts";
import { traceOf } from "../http/errors.ts";
import type { ClaimedPublication } from "../store/publication-store.ts";
import type { Store } from "../store/store.ts";
import type { PublishJob } from "./publish-job.ts";
import { refusal } from "./refused.ts";

const LEASE_MS = 12_000;
const SIGN_OF_LIFE_MS = 3_000;
const LOOK_EVERY_MS = 3_000;
/** Progress comes as often as the work pleases; it is stored this often. */
const TELL_EVERY_MS = 400;
/** A publication that takes the process down with it must not do so for ever. */
const MOST_ATTEMPTS = 4;

export interface JobRunner {
  /** Looks for work now, and from now on every few seconds. */
  readonly start: () => void;
  /** There may be work: looks now. Resolves when this process has none left. */
  readonly wake: () => Promise<void>;
  /** `stopWork` breaks off what has begun, which the next process takes up at once. */
  readonly close: (stopWork: () => Promise<void>) => Promise<void>;
}

type Work = (job: PublishJob, onProgress: (progress: PublicationProgress) => void) => Promise<unknown>;

export function openJobRunner({ publications }: Store, work: Work, log: Logger): JobRunner {
  const owner = randomUUID();
  let looking: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;

  const lease = () => ({ owner, until: new Date(Date.now() + LEASE_MS).toISOString() });

  /** One after the other until none is left. A failure of the database is logged, and met again at the next look. */
  async function runAll(): Promise<void> {
    try {
      do {
        again = false;
        for (;;) {
          const claimed = closed ? undefined : await publications.claim(lease(), new Date().toISOString());
          if (claimed === undefined) break;
          await runOne(claimed);
        }
      } while (again);
    } catch (error) {
      log.error(traceOf(error), "publications could not be looked for");
    }
  }

  async function runOne({ id, study, plan, attempt }: ClaimedPublication): Promise<void> {
    if (attempt > MOST_ATTEMPTS) return await publications.fail(id, owner, refusal("interrupted"));
    const sign = signOfLife(id);
    try {
      await work({ id, owner, study, plan, at: new Date().toISOString() }, (progress) => sign.tell(progress));
      await sign.stop();
    } catch {
      // The thread has logged what went wrong.
      await sign.stop();
      if (closed) await publications.renew(id, { owner, until: new Date().toISOString() });
      else await publications.fail(id, owner, refusal("publication-failed"));
    }
  }

  function signOfLife(id: string) {
    let newest: PublicationProgress | undefined;
    let toldAt = 0;
    let storing = Promise.resolve();
    const keep = () => {
      toldAt = Date.now();
      storing = storing
        .then(() => publications.renew(id, lease(), newest))
        .then(undefined, (error: unknown) => log.error(traceOf(error), "a sign of life was not stored"));
    };
    const timer = setInterval(keep, SIGN_OF_LIFE_MS);
    return {
      tell(progress: PublicationProgress) {
        newest = progress;
        if (Date.now() - toldAt >= TELL_EVERY_MS) keep();
      },
      stop() {
        clearInterval(timer);
        return storing;
      },
    };
  }

  function wake(): Promise<void> {
    again = true;
    running ??= runAll().finally(() => (running = undefined));
    return running;
  }

  return {
    start() {
      looking ??= setInterval(() => void wake(), LOOK_EVERY_MS).unref();
      void wake();
    },
    wake,
    async close(stopWork) {
      closed = true;
      clearInterval(looking);
      await stopWork();
      await running;
    },
  };
}
