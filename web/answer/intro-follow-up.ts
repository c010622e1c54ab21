import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { strong, type IntroWords } from "./intro-words.ts";

export { periodChooser } from "./period-chooser.ts";

/** One answer for each period of a project that runs. */
export function followUpIntro({ study }: AnswerSheet, minutes: number): IntroWords {
  return {
    kicker: "Uppföljning av projektet",
    heading: study.title,
    lead: "Ett svar för varje period: hur många som kom in, vad som hände och vad det kostade.",
    begin: "Börja svara",
    timeNote: `Ungefär ${minutes} minuter, om siffrorna är framme.`,
    sections: [
      {
        title: "Bara antal",
        text: [
          "Lämna antal och belopp, aldrig uppgifter om enskilda. Räkna personer, inte besök. Personnummer tas inte emot.",
        ],
      },
      {
        title: "Lämna tomt det ni inte vet",
        text: [
          "Varje grupp av frågor har en rad där ni kan säga varför. Noll betyder att det inte var någon. Är det för " +
            "tidigt att se ett resultat är det också ett svar.",
        ],
      },
      {
        title: "Så används svaren",
        text: [
          "Perioderna jämförs med varandra och med läget i förstudien. När något publiceras skyddas små tal. Det ni skickar " +
            "blir en ",
          strong("allmän handling"),
          ".",
        ],
      },
      {
        title: "Pausa och hjälpas åt",
        text: [
          "Svaren sparas medan du skriver. Fortsätt när du vill med samma länk. Flera kan fylla i samtidigt. En period " +
            "räknas när den är skickad, och går att ändra efteråt.",
        ],
      },
    ],
  };
}
