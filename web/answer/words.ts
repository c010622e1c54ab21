/** Sentences that depend on where and how far somebody is. */
import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import type { SaveState } from "./save-state.ts";
import { momentText, periodName, withLongDates } from "./time.ts";

type Place = Pick<AnswerSheet, "party" | "municipality" | "study" | "instrument" | "answers">;

/** "Socialtjänsten i Åmål svarar om 16–25 år". A party whose name holds the place does not get it twice. */
export function topLine(sheet: Place): string {
  const { party, municipality, study, instrument } = sheet;
  const place = municipality?.name;
  if (instrument === "follow-up") return followUpLine(sheet);
  if (instrument === "voice") return place === undefined ? "Frågor om hjälpen" : `Frågor om hjälpen i ${place}`;
  const ages = `${study.target_group.age_min}–${study.target_group.age_max} år`;
  if (party === undefined) return place === undefined ? `Svar om ${ages}` : `Svar om ${ages} i ${place}`;
  const who = place === undefined || party.name.includes(place) ? party.name : `${party.name} i ${place}`;
  return instrument === "staff" ? `Medarbetare: ${who}` : `${who} svarar om ${ages}`;
}

/** "Uppföljning 1 januari – 31 mars 2026". */
function followUpLine({ answers, study }: Place): string {
  const [from, to] = [answers["fu_period_start"], answers["fu_period_end"]];
  if (typeof from !== "string" || typeof to !== "string") return `Uppföljning: ${study.title}`;
  return `Uppföljning ${periodName({ from, to })}`;
}

/** The title of the tab. Of a private answer it says nothing to whoever sees the tab or the history. */
export const tabTitle = (sheet: Place): string =>
  sheet.instrument === "voice" ? "Frågor" : `${topLine(sheet)} – Behovskartan`;

/** What stands in the corner; changes at most once a minute as long as all is well. */
export function saveText(state: SaveState, now: Date): string {
  if (state.phase === "choosing") return "Väntar på ditt val";
  switch (state.trouble?.kind) {
    case "offline":
      return "Inte skickat än";
    case "server":
    case "refused":
      return "Inte sparat än";
    case "stopped":
      return "Sparas inte";
    case undefined:
      return state.savedAt === undefined ? "Inget sparat än" : `Sparad ${momentText(new Date(state.savedAt), now)}`;
  }
}

/** The same where nothing is sent before the whole is. */
export const heldText = ({ phase }: SaveState): string => (phase === "sending" ? "Skickar …" : "Inget är skickat än");

/** "ungefär 12 minuter kvar". */
export function timeLeftText(minutes: number): string {
  if (minutes < 1) return "mindre än en minut kvar";
  return minutes === 1 ? "ungefär en minut kvar" : `ungefär ${minutes} minuter kvar`;
}

/** What is in the way of saving, what it means and what to do; undefined when all is well. */
export function troubleText({ phase, trouble }: SaveState): string | undefined {
  if (phase === "choosing") {
    return "Du och någon annan har ändrat samma fråga. Båda versionerna finns kvar. Välj vilken som ska gälla, sedan sparas svaren som vanligt.";
  }
  switch (trouble?.kind) {
    case "offline":
      return "Du är frånkopplad. Dina svar finns kvar på den här datorn och skickas när nätet är tillbaka.";
    case "server":
      return "Det går inte att spara just nu. Dina svar finns kvar på den här datorn, och sidan försöker igen av sig själv.";
    case "refused":
      return `${trouble.error.message} Det som var sparat tidigare finns kvar.`;
    case "stopped":
      if (trouble.error.code === "link-full" || trouble.error.code === "link-expired") {
        return withLongDates(trouble.error.message);
      }
      return trouble.status === 410
        ? "Undersökningen har stängts medan du svarade, så inget mer kan sparas. Kontakta den som skickade länken om något saknas."
        : "Länken gäller inte längre, så inget mer kan sparas. Be den som skickade den om en ny. Dina senaste svar finns kvar på den här datorn.";
    case undefined:
      return undefined;
  }
}
