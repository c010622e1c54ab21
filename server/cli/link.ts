import { type Command, Option } from "commander";
import { INSTRUMENTS, type Instrument } from "../../survey-definitions/codes.ts";
import { sayAssignment } from "../study/say-assignment.ts";
import { createAnswerLink, createViewLink } from "../study/links.ts";
import { Refused, say, WrongUsage } from "./outcome.ts";
import { getStudy } from "./study.ts";
import { withStore } from "./surroundings.ts";

interface LinkOptions {
  readonly party?: string;
  readonly municipality?: string;
  readonly instrument?: Instrument;
  readonly view?: true;
}

export function addLinkCommand(program: Command): void {
  program
    .command("link")
    .description("gör en länk till ett formulär, eller med --view till rapporten; skriver ut adressen")
    .argument("<studie>")
    .option("--party <part>", "partens id")
    .option("--municipality <kommun>", "kommunens kod")
    .addOption(new Option("--instrument <formulär>", "formuläret").choices(INSTRUMENTS))
    .option("--view", "en länk som visar rapporten")
    .action(async (study: string, options: LinkOptions, command: Command) => {
      const { party, municipality, instrument, view } = options;
      if (view === undefined && instrument === undefined) throw new WrongUsage("Ange --instrument eller --view.");
      if (view && (instrument ?? party ?? municipality) !== undefined)
        throw new WrongUsage("--view tar inga fler tillval.");
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
        const link = await createAnswerLink(surroundings, study, assignment);
        if (link === undefined) {
          throw new Refused(`Studien ”${study}” ber inte om något svar för ${sayAssignment(assignment)}.`);
        }
        say(link.url);
      });
    });
}
