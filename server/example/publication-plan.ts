/** What the example's investigator writes in the published report. */
import { sections } from "../../reports/sections/index.ts";
import type { PublicationPlan } from "../../survey-definitions/wire.ts";
import { exampleStudy } from "./study.ts";

const INTRODUCTION = `Samordningsförbundet ville veta hur många unga i Åmål och Vänersborg som behöver stöd från flera håll samtidigt, vilket stöd som finns och hur länge de får vänta. Parterna, deras personal och unga själva har svarat under våren och hösten 2026.

Rapporten är ett underlag för styrelsens beslut om fortsättningen. **Svaren är påhittade:** de visar hur en rapport ser ut.`;

const CONCLUSION = `Tre saker återkommer i svaren:

1. Samma unga är kända på flera ställen, men ofta finns ingen självklar ledare.
2. Utredningen är det steg som tar längst tid.
3. Case management och stöd till arbete är det som oftast saknas.

Utredarens förslag svarar på alla tre.`;

const WORDS: Readonly<Record<string, { readonly before?: string; readonly after?: string }>> = {
  "group-size": {
    after: `Talen är parternas egna. Den som är känd hos tre parter finns med tre gånger i summan, och därför följer ett avsnitt om hur många *olika* unga det kan vara.`,
  },
  gaps: {
    before: `Här jämförs vad parterna säger saknas med vad de helst vill ha mer av. Det är inte alltid samma sak.`,
  },
  "case-journey": {
    before: `Alla parter har läst samma påhittade fall, och svarat på vad de hade gjort och när.`,
  },
};

/** Every section in its order. The free texts are invented too: nobody is in them. */
export const EXAMPLE_PLAN: PublicationPlan = {
  title: exampleStudy.title,
  introduction: INTRODUCTION,
  conclusion: CONCLUSION,
  sections: sections.map(({ id }) => ({ id, before: "", after: "", ...WORDS[id] })),
  freeTexts: true,
};
