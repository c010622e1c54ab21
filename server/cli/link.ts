import { type Command, Option } from "commander";
import { INSTRUMENTS, type Instrument } from "../../survey-definitions/codes.ts";
import { isIsoDate } from "../../survey-definitions/swedish-date.ts";
import { misplaced } from "../study/check-assignment.ts";
import { sayAssignment } from "../study/say-assignment.ts";
import { createAnswerLink, createViewLink, type LinkLimits } from "../study/links.ts";
import { swedishDay } from "../study/shown-time.ts";
import { Refused, say, WrongUsage } from "./outcome.ts";
import { getStudy } from "./study.ts";
import { withStore } from "./surroundings.ts";

interface LinkOptions {
  readonly party?: string;
  readonly municipality?: string;
  readonly instrument?: Instrument;
  readonly maxAnswers?: string;
  readonly until?: string;
  readonly view?: true;
}

export function addLinkCommand(program: Command): void {
  program
    .command("link")
    .description("gör en länk till ett formulär, eller med --view till det som är publicerat; skriver ut adressen")
    .argument("<studie>")
    .option("--party <part>", "partens id")
    .option("--municipality <kommun>", "kommunens kod")
    .addOption(new Option("--instrument <formulär>", "formuläret").choices(INSTRUMENTS))
    .option("--max-answers <antal>", "länken tar emot högst så många svar")
    .option("--until <dag>", "sista dagen som länken tar emot svar, till exempel 2026-12-31")
    .option("--view", "en länk som visar det som studien har publicerat senast")
    .action(async (study: string, options: LinkOptions, command: Command) => {
      const { party, municipality, instrument, view } = options;
      if (view === undefined && instrument === undefined) throw new WrongUsage("Ange --instrument eller --view.");
      if (view && (instrument ?? party ?? municipality ?? options.maxAnswers ?? options.until) !== undefined)
        throw new WrongUsage("--view tar inga fler tillval.");
      const limits = readLimits(options);
      await withStore(command, async (surroundings) => {
        await getStudy(surroundings.store, study);
        if (instrument === undefined) {
          say((await createViewLink(surroundings, study)).url);
          return;
        }
        const assignment = {
          instrument,
          ...(party === undefined ? {} : { party }),
          ...(municipality === undefined ? {} : { municipality }),
        };
        const wrong = misplaced(assignment);
        if (wrong !== undefined) throw new Refused(wrong.why);
        if (limits.until !== undefined && limits.until < swedishDay(surroundings.now())) {
          throw new Refused(`Dagen ${limits.until} har redan varit.`);
        }
        const link = await createAnswerLink(surroundings, study, assignment, limits);
        if (link === undefined) {
          throw new Refused(`Studien ”${study}” ber inte om något svar för ${sayAssignment(assignment)}.`);
        }
        say(link.url);
      });
    });
}

const MOST_ANSWERS = 100_000;

function readLimits({ maxAnswers, until }: LinkOptions): LinkLimits {
  const most = maxAnswers === undefined ? undefined : Number(maxAnswers);
  if (most !== undefined && !(Number.isInteger(most) && most >= 1 && most <= MOST_ANSWERS)) {
    throw new WrongUsage(`--max-answers ska vara ett heltal från 1 till ${MOST_ANSWERS}.`);
  }
  if (until !== undefined && !isIsoDate(until)) {
    throw new WrongUsage("--until ska vara en dag som finns, skriven som 2026-12-31.");
  }
  return { maxAnswers: most, until };
}
