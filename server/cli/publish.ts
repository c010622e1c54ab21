import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { pino } from "pino";
import { isIsoDate } from "../../survey-definitions/swedish-date.ts";
import type { PublicationPlan, PublicationProgress } from "../../survey-definitions/wire.ts";
import { readArchiveFile } from "../publication/read-archive.ts";
import { openPublicationService, type PublicationService } from "../publication/publication-service.ts";
import { startPublication } from "../publication/start-publication.ts";
import { swedishDay } from "../study/shown-time.ts";
import { Refused, say, tell, WrongUsage } from "./outcome.ts";
import { getStudy } from "./study.ts";
import { databaseFile, type Surroundings, withStore } from "./surroundings.ts";

interface PublishOptions {
  readonly title: string;
  readonly section?: readonly string[];
  readonly introduction?: string;
  readonly conclusion?: string;
  readonly draft?: true;
  readonly freeTexts?: true;
  readonly until?: string;
  readonly passcode?: string;
  readonly lookOnly?: true;
  readonly archive?: string;
}

const STAGES: Readonly<Record<PublicationProgress["stage"], string>> = {
  computing: "Räknar fram siffrorna",
  protecting: "Skyddar små tal",
  auditing: "Prövar skyddet",
  freezing: "Fryser rapporten",
};
const LOOK_EVERY_MS = 400;
const SHORTEST_PASSCODE = 6;

export function addPublishCommand(program: Command): void {
  program
    .command("publish")
    .description("frys rapporten, skydda små tal och publicera den; skriver ut adressen")
    .argument("<studie>")
    .requiredOption("--title <titel>", "rapportens titel")
    .option("--section <avsnitt...>", "bara dessa avsnitt, i den här ordningen")
    .option("--introduction <fil>", "inledning i Markdown")
    .option("--conclusion <fil>", "avslutning i Markdown")
    .option("--draft", "texter och avsnitt som de är skrivna på webben")
    .option("--free-texts", "visa fritexterna ur svaren: du har läst dem och ingen går att känna igen")
    .option("--until <dag>", "sista dagen som länken öppnar rapporten, till exempel 2026-12-31")
    .option("--passcode <lösenord>", "lösenord för att öppna rapporten, minst 6 tecken")
    .option("--look-only", "länken är bara till för att läsa, inte för att ladda ner")
    .option("--archive <fil>", "skriv också arkivet, med de oskyddade svaren, till en fil")
    .action(async (study: string, options: PublishOptions, command: Command) => {
      const link = linkOf(options);
      await withStore(command, async (surroundings) => {
        await getStudy(surroundings.store, study);
        const plan = await planOf(surroundings, study, options);
        const { id, url } = await publish(surroundings, study, plan, link);
        if (options.archive !== undefined) {
          const archive = await readArchiveFile(surroundings.store, id);
          await writeFile(options.archive, archive ?? new Uint8Array()).catch((error: Error) => {
            throw new Refused(`Rapporten är publicerad på ${url}, men arkivet gick inte att skriva: ${error.message}`);
          });
        }
        say(url);
      });
    });
}

function linkOf({ until, passcode, lookOnly }: PublishOptions) {
  if (until !== undefined && !isIsoDate(until)) {
    throw new WrongUsage("--until ska vara en dag som finns, skriven som 2026-12-31.");
  }
  if (passcode !== undefined && passcode.length < SHORTEST_PASSCODE) {
    throw new WrongUsage(`--passcode ska ha minst ${SHORTEST_PASSCODE} tecken.`);
  }
  return { until, passcode, download: lookOnly !== true };
}

/** What the command line says goes before what the draft says. */
async function planOf({ store }: Surroundings, study: string, options: PublishOptions): Promise<PublicationPlan> {
  const draft = options.draft && (await store.publications.draft(study))?.plan;
  if (options.draft && draft === undefined) throw new Refused("Studien har inget utkast till publicering.");
  const written = { introduction: "", conclusion: "", sections: [], freeTexts: false, ...draft };
  const texts = {
    introduction: options.introduction === undefined ? written.introduction : await readText(options.introduction),
    conclusion: options.conclusion === undefined ? written.conclusion : await readText(options.conclusion),
  };
  const sections =
    options.section?.map(
      (id) => written.sections.find((section) => section.id === id) ?? { id, before: "", after: "" },
    ) ?? written.sections;
  return { title: options.title, ...texts, sections, freeTexts: options.freeTexts ?? written.freeTexts };
}

const readText = (file: string): Promise<string> =>
  readFile(file, "utf8").catch(() => {
    throw new Refused(`${file} gick inte att läsa.`);
  });

/** The work on publications, in this process. */
export function openService({ store, config }: Surroundings): PublicationService {
  const log = pino({ level: config.logLevel === "info" ? "warn" : config.logLevel }, pino.destination(2));
  return openPublicationService(store, { databaseUrl: config.databaseUrl, file: databaseFile(config) }, log);
}

async function publish(
  surroundings: Surroundings,
  study: string,
  plan: PublicationPlan,
  link: ReturnType<typeof linkOf>,
): Promise<{ readonly id: string; readonly url: string }> {
  const { store, now } = surroundings;
  const service = openService(surroundings);
  try {
    // What an earlier run left undone comes first.
    await service.wake();
    const started = await startPublication(surroundings, study, plan, { preview: false, link });
    void service.wake();
    let told = "";
    for (;;) {
      const summary = await store.publications.find(study, started.id, swedishDay(now()));
      if (summary === undefined || summary.status === "failed") {
        throw new Refused(summary?.problem?.message ?? "Rapporten gick inte att göra.");
      }
      if (summary.status !== "working") return { id: started.id, url: started.link?.url ?? "" };
      const stage = summary.progress?.stage;
      if (stage !== undefined && STAGES[stage] !== told) tell((told = STAGES[stage]));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    await service.close();
  }
}
