/** In easy Swedish (lättläst): short sentences, one thing in each, no words from the offices. */
import type { AnswerSheet } from "../../survey-definitions/wire.ts";
import { element } from "./element.ts";
import type { IntroWords } from "./intro-words.ts";

export { keepChoice } from "./keep-choice.ts";

export function voiceIntro({ study, municipality }: AnswerSheet, minutes: number): IntroWords {
  const where = municipality === undefined ? "" : ` i ${municipality.name}`;
  const { age_min, age_max } = study.target_group;
  return {
    kicker: `För dig som är ${age_min}–${age_max} år, och för föräldrar`,
    heading: `Hur fungerar hjälpen för unga${where}?`,
    lead: "Du vet hur det är. Berätta för oss.",
    begin: "Börja",
    timeNote: `Det tar ungefär ${minutes} minuter. Du trycker på det svar som passar.`,
    sections: [
      {
        title: "Du är anonym",
        text: ["Vi frågar inte vad du heter. Ingen ser att det är du. Du skriver inget, du väljer bara svar."],
      },
      {
        title: "Du bestämmer",
        text: ["Du kan hoppa över frågor. Du kan sluta när du vill. Stäng bara sidan. Då får vi inget svar från dig."],
      },
      {
        title: "Vad händer med svaren?",
        text: [
          "Vi räknar ihop allas svar. De som bestämmer om hjälpen får läsa en rapport. Rapporten säger inte vem som har " +
            "svarat. Svaren är offentliga. Det betyder att andra kan be att få se dem.",
        ],
      },
      { title: "Är det jobbigt just nu?", text: turnTo() },
      {
        title: "Kan någon se din skärm?",
        text: [
          "Tryck på Lämna sidan snabbt, högst upp. Då försvinner sidan och dina svar. Du kan också trycka på Esc tre " +
            "gånger. Adressen kan synas i historiken i din webbläsare. Du kan ta bort den där.",
        ],
      },
    ],
  };
}

/** Where to turn, in numbers that can be pressed on a phone. */
export const turnTo = (): readonly (Node | string)[] => [
  "Är det akut eller farligt? Ring ",
  phone("112"),
  ". Mår du dåligt? Ring ",
  phone("1177"),
  " och få råd. Är du under 18\u00a0år? Ring Bris på ",
  phone("116 111"),
  ".",
];

const phone = (number: string): HTMLElement =>
  element("a", { href: `tel:${number.replaceAll(" ", "")}`, class: "phone" }, number);
