import type { Logger } from "pino";
import type { SaveService } from "./answering/save-service.ts";
import type { Config } from "./config.ts";
import type { PublicationService } from "./publication/publication-service.ts";
import type { Questionnaires } from "./study/questionnaires.ts";
import type { ReportService } from "./report/report-service.ts";
import type { Reference } from "./study/reference.ts";
import type { Store } from "./store/store.ts";

/** What a route may touch. Clock and ids come from here, so that a test decides them. */
export interface Context {
  readonly config: Config;
  readonly store: Store;
  readonly questionnaires: Questionnaires;
  readonly saves: SaveService;
  readonly reports: ReportService;
  readonly publications: PublicationService;
  readonly reference: Reference;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}
