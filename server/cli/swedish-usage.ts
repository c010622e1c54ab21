/** Commander's own words in Swedish: help headings and what is wrong with a command. */
import { type Command, type CommanderError, Help } from "commander";

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Användning:",
  "Arguments:": "Argument:",
  "Options:": "Tillval:",
  "Global Options:": "Tillval för alla kommandon:",
  "Commands:": "Kommandon:",
};

class SwedishHelp extends Help {
  override showGlobalOptions = true;
  override styleTitle(title: string): string {
    return TITLES[title] ?? title;
  }
  override commandUsage(command: Command): string {
    return super.commandUsage(command).replace("[options]", "[tillval]").replace("[command]", "[kommando]");
  }
  override subcommandTerm(command: Command): string {
    return super.subcommandTerm(command).replace("[options]", "[tillval]");
  }
  override optionDescription(option: Parameters<Help["optionDescription"]>[0]): string {
    const choices = option.argChoices === undefined ? "" : ` (${option.argChoices.join(", ")})`;
    return `${option.description}${choices}`;
  }
}

/** Help and usage errors of the command and all below it: in Swedish, thrown instead of ending the program. */
export function inSwedish(command: Command): void {
  command
    .exitOverride()
    .helpOption("-h, --help", "visa den här hjälpen")
    .configureOutput({ outputError: () => undefined });
  command.createHelp = () => Object.assign(new SwedishHelp(), command.configureHelp());
  if (command.commands.length > 0) {
    command.helpCommand("help [kommando]", "visa hjälp om ett kommando");
    for (const inner of command.commands) inSwedish(inner);
  }
}

/** What was written wrongly; "" when the help text has been shown instead. */
export function sayUsageError({ code, message }: CommanderError): string {
  const [first = "", second = ""] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted ?? "");
  const help = "Se ”behovskartan --help”.";
  switch (code) {
    case "commander.help":
      return "";
    case "commander.unknownOption":
      return `Det finns inget tillval ”${first}”. ${help}`;
    case "commander.unknownCommand":
      return `Det finns inget kommando ”${first}”. ${help}`;
    case "commander.missingArgument":
      return `Argumentet ${first} saknas. ${help}`;
    case "commander.excessArguments":
      return `För många argument. ${help}`;
    case "commander.optionMissingArgument":
      return `Tillvalet ”${first}” behöver ett värde. ${help}`;
    case "commander.missingMandatoryOptionValue":
      return `Tillvalet ”${first}” måste anges. ${help}`;
    case "commander.invalidArgument":
      return `”${second}” går inte att använda för ${first}. ${help}`;
    default:
      return `${message} ${help}`;
  }
}
