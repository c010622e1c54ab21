import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { element } from "./element.ts";
import { longDate } from "./time.ts";

/** What it is about, who asks, what becomes of the answers, what may not be written, how long it takes. */
export function introText({ study }: AnswerSheet, minutes: number): HTMLElement {
  const { target_group: group, reference_period: period } = study;
  const at = (date: string): string => longDate(new Date(`${date}T12:00:00`));
  return element(
    "div",
    { class: "intro-text" },
    section(
      "Vad det gäller",
      `${groupText(group)} Siffrorna ska gälla ${at(period.from)} till ` +
        `${at(period.to)}. Svara för det ni själva ser. Andra parter får samma frågor.`,
    ),
    section(
      "Vem som frågar",
      "Samordningsförbundet gör en förstudie. Svaren från alla parter läggs bredvid varandra, så att styrelsen ser hur " +
        "många det gäller, vilket stöd som finns, vad som saknas och hur lång tid det tar.",
    ),
    section(
      "Så används svaren",
      "Sammanställningen visar vad varje part har svarat. När något publiceras skyddas små tal. Det ni skickar blir en ",
      element("strong", {}, "allmän handling"),
      " hos samordningsförbundet: den som vill kan begära att få läsa det.",
    ),
    section(
      "Skriv inget om enskilda",
      "Inga namn, inga personnummer, inget som gör att en person kan kännas igen. Ange antal och beskriv i allmänna ord. " +
        "Personnummer tas inte emot.",
    ),
    section(
      "Hur lång tid det tar",
      `Ungefär ${minutes} minuter, om ni har siffrorna framme. Inget är obligatoriskt, och det går alltid att säga att ` +
        "något inte kan anges.",
    ),
    section(
      "Pausa och hjälpas åt",
      "Svaren sparas medan du skriver. Fortsätt när du vill, på vilken dator eller telefon du vill, med samma länk. " +
        "Flera kan fylla i samtidigt. Inget räknas förrän ni skickar.",
    ),
  );
}

function section(title: string, ...text: readonly (Node | string)[]): HTMLElement {
  return element("section", {}, element("h2", {}, title), element("p", {}, ...text));
}

/** The study's own words, with the ages where they are not among them. */
function groupText({ age_min, age_max, description }: AnswerSheet["study"]["target_group"]): string {
  const text = description.trim().replace(/[.!?]$/, "");
  const ages = `${age_min}–${age_max}`;
  return text.includes(ages) ? `${text}.` : `${text}, ${ages} år.`;
}
