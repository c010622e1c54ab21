import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { strong, type IntroWords } from "./intro-words.ts";

/** The invented young person, and what a party would really do. */
export function caseIntro({ study, party, municipality }: AnswerSheet, minutes: number): IntroWords {
  const where = municipality === undefined ? "hos er" : `i ${municipality.name}`;
  return {
    kicker: study.title,
    heading: "Vad hade ni gjort?",
    lead: `Följ en påhittad ung människa, skede för skede. Efter varje skede svarar ni vad som skulle hända ${where}.`,
    begin: "Börja läsa",
    timeNote: `Ungefär ${minutes} minuter. Ni kan pausa när ni vill.`,
    sections: [
      {
        title: "Ingen finns på riktigt",
        text: [
          "Personerna och händelserna är påhittade. Alla parter läser samma berättelse, så att svaren kan jämföras.",
        ],
      },
      {
        title: "Svara som det är",
        text: [
          `Svara vad ${party?.name ?? "er verksamhet"} verkligen skulle göra i dag, inte vad som borde göras. ”Vi hade inte märkt något” är också ett svar.`,
        ],
      },
      {
        title: "Hjälps åt",
        text: [
          "Svara gärna flera tillsammans, en chef och någon som möter unga. Flera kan fylla i samtidigt, med samma länk. " +
            "Svaren sparas medan ni skriver.",
        ],
      },
      {
        title: "Så används svaren",
        text: [
          "Svaren läggs bredvid varandra och visar var unga får vänta, byta händer eller falla emellan. Det ni skickar " +
            "blir en ",
          strong("allmän handling"),
          ". Skriv inget om enskilda personer.",
        ],
      },
      {
        title: "Hur lång tid det tar",
        text: [
          `Ungefär ${minutes} minuter för alla skeden. Hoppa över skeden som ni inte har med att göra. Berättelsen går ` +
            "att läsa igen medan ni svarar.",
        ],
      },
    ],
  };
}
