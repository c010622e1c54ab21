import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { groupText, strong, type IntroWords } from "./intro-words.ts";
import { isoDate } from "./time.ts";

/** What it is about, who asks, what becomes of the answers, what may not be written, how long it takes. */
export function partyIntro({ study, municipality }: AnswerSheet, minutes: number): IntroWords {
  const { target_group: group, reference_period: period } = study;
  const where = municipality === undefined ? "hos er" : `i ${municipality.name}`;
  return {
    kicker: "Förstudie",
    heading: study.title,
    lead: `Hur ser det ut ${where}? Er bild behövs för att helheten ska stämma.`,
    begin: "Börja svara",
    timeNote: `Ungefär ${minutes} minuter. Du kan pausa när du vill.`,
    sections: [
      {
        title: "Vad det gäller",
        text: [
          `${groupText(group)} Siffrorna ska gälla ${isoDate(period.from)} till ${isoDate(period.to)}. ` +
            "Svara för det ni själva ser. Andra parter får samma frågor.",
        ],
      },
      {
        title: "Vem som frågar",
        text: [
          "Samordningsförbundet gör en förstudie. Svaren från alla parter läggs bredvid varandra, så att styrelsen ser " +
            "hur många det gäller, vilket stöd som finns, vad som saknas och hur lång tid det tar.",
        ],
      },
      {
        title: "Så används svaren",
        text: [
          "Sammanställningen visar vad varje part har svarat. När något publiceras skyddas små tal. Det ni skickar blir en ",
          strong("allmän handling"),
          " hos samordningsförbundet: den som vill kan begära att få läsa det.",
        ],
      },
      {
        title: "Skriv inget om enskilda",
        text: [
          "Inga namn, inga personnummer, inget som gör att en person kan kännas igen. Ange antal och beskriv i allmänna " +
            "ord. Personnummer tas inte emot.",
        ],
      },
      {
        title: "Hur lång tid det tar",
        text: [
          `Ungefär ${minutes} minuter, om ni har siffrorna framme. Inget är obligatoriskt, och det går alltid att säga ` +
            "att något inte kan anges.",
        ],
      },
      {
        title: "Pausa och hjälpas åt",
        text: [
          "Svaren sparas medan du skriver. Fortsätt när du vill, på vilken dator eller telefon du vill, med samma länk. " +
            "Flera kan fylla i samtidigt. Inget räknas förrän ni skickar.",
        ],
      },
    ],
  };
}
