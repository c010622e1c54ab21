import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { hashPassword, MIN_PASSWORD_LENGTH } from "../passwords.ts";
import type { Store } from "../store/store.ts";
import { createLoginLink } from "../study/links.ts";
import { hashToken, newToken } from "../tokens.ts";
import { Refused, say } from "./outcome.ts";
import { withStore } from "./surroundings.ts";

export function addUserCommands(program: Command): void {
  const user = program.command("user").description("användare och API-nycklar");
  user
    .command("add")
    .description("lägg till en användare; skriver ut en inloggningslänk som gäller en gång, inom ett dygn")
    .argument("<e-post>")
    .addOption(new Option("--role <roll>", "användarens roll").choices(["admin", "investigator"]).makeOptionMandatory())
    .option("--password-stdin", "läs ett lösenord från standard in i stället för att skriva ut en länk")
    .action(async (email: string, options: AddOptions, command: Command) => {
      const address = readEmail(email);
      const passwordHash = options.passwordStdin ? await hashPassword(await readPassword()) : undefined;
      await withStore(command, async (surroundings) => {
        const { store, now } = surroundings;
        const id = randomUUID();
        const row = { id, email: address, role: options.role, passwordHash };
        if ((await store.createUser(row, now().toISOString())) === "exists") {
          throw new Refused(`Det finns redan en användare ${address}.`);
        }
        say(passwordHash === undefined ? await createLoginLink(surroundings, id) : `Användaren ${address} är tillagd.`);
      });
    });
  user
    .command("token")
    .description("gör en API-nyckel; den skrivs ut den här gången och sparas inte")
    .argument("<e-post>")
    .requiredOption("--name <namn>", "vad nyckeln ska användas till")
    .action(async (email: string, { name }: { name: string }, command: Command) => {
      await withStore(command, async ({ store, now }) => {
        const token = newToken();
        const { id } = await getUser(store, readEmail(email));
        await store.createApiToken(id, name, hashToken(token), now().toISOString());
        say(token);
      });
    });
  user
    .command("link")
    .description("skriv ut en ny inloggningslänk för en användare som finns")
    .argument("<e-post>")
    .action(async (email: string, _options: unknown, command: Command) => {
      await withStore(command, async (surroundings) => {
        const { id } = await getUser(surroundings.store, readEmail(email));
        say(await createLoginLink(surroundings, id));
      });
    });
}

interface AddOptions {
  readonly role: "admin" | "investigator";
  readonly passwordStdin?: true;
}

async function getUser(store: Store, email: string) {
  const user = await store.findUserByEmail(email);
  if (user === undefined) throw new Refused(`Det finns ingen användare ${email}.`);
  return user;
}

function readEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Refused(`”${text}” är ingen e-postadress.`);
  return email;
}

async function readPassword(): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new Refused(`Lösenordet ska ha minst ${MIN_PASSWORD_LENGTH} tecken.`);
  }
  return password;
}
