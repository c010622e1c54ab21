import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { groupText, strong, type IntroWords } from "./intro-words.ts";

/** For somebody who meets the group at work and answers for nobody but themselves. */
export function staffIntro({ study, municipality }: AnswerSheet, minutes: number): IntroWords {
  const where = municipality === undefined ? "" : ` i ${municipality.name}`;
  return {
    kicker: "För dig som möter gruppen i ditt arbete",
    heading: study.title,
    lead: `Hur ser det ut${where}, från din plats? Vi frågar efter din egen bild, inte arbetsgivarens.`,
    begin: "Börja svara",
    timeNote: `Ungefär ${minutes} minuter. Du är anonym.`,
    sections: [
      {
        title: "Vad det gäller",
        text: [`${groupText(study.target_group)} Det behöver inte vara mätt: svara det du ser och tror.`],
      },
      {
        title: "Din egen bild",
        text: [
          "Din arbetsgivare svarar för sig, i ett annat formulär. Skillnaden mellan bilderna är en del av det vi vill veta.",
        ],
      },
      {
        title: "Du är anonym",
        text: [
          "Vi frågar inte vad du heter. Alla på arbetsplatsen har samma länk. Med svaret sparas dagen, men inget " +
            "klockslag och inget om din telefon eller dator.",
        ],
      },
      {
        title: "Vem som ser svaret",
        text: [
          "De som gör förstudien åt samordningsförbundet läser svaren. I rapporten räknas de ihop med andras, och små tal " +
            "skyddas när den publiceras.",
        ],
      },
      {
        title: "Allmän handling",
        text: [
          "Det du skickar blir en ",
          strong("allmän handling"),
          ": den som vill kan begära att få läsa det. Skriv därför inget som pekar ut någon, varken dem du möter, " +
            "en kollega eller dig själv.",
        ],
      },
      {
        title: "Gör klart på en gång",
        text: [
          "De flesta frågor tar ett tryck. Hoppa över det du inte kan svara på. Svaren finns kvar tills du stänger fliken, " +
            "och räknas när du skickar.",
        ],
      },
    ],
  };
}
