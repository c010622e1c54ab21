/** Limits that decide what is shown and how it is named, and every method in plain words. */
import type { Dataset } from "../dataset.ts";
import type { Table } from "../section.ts";
import { FEW_ANSWERS } from "../text/format.ts";
import { LEAST_RATINGS, NOT_HELPING_AT, NOT_REACHING_FROM } from "./gaps-quadrants.ts";

export function thresholdsTable({ study }: Dataset): Table {
  return {
    id: "thresholds",
    title: "Gränser",
    columns: [
      { key: "limit", label: "Gräns", unit: "code" },
      { key: "value", label: "Värde", unit: "" },
      { key: "meaning", label: "Vad den betyder", unit: "" },
    ],
    rows: [
      {
        limit: "suppression",
        value: study.suppression_threshold,
        meaning:
          "Grupper av unga, vårdnadshavare och personal med färre svar visas inte. Gränsen står i undersökningens fil.",
      },
      {
        limit: "few_answers",
        value: FEW_ANSWERS,
        meaning:
          "Med färre svar står antalet i stället för en andel i procent: en enda person skulle ändra andelen mycket.",
      },
      {
        limit: "net",
        value: "4–5 mot 1–2",
        meaning: "På en skala med fem steg räknas 4 och 5 som bra, 1 och 2 som dåligt. 3 är varken eller.",
      },
      {
        limit: "not_reaching",
        value: NOT_REACHING_FROM,
        meaning: "En insats finns men når inte när minst så stor andel av svaren säger att den saknas, fast den finns.",
      },
      {
        limit: "least_ratings",
        value: LEAST_RATINGS,
        meaning: "Så många betyg från en grupp i en kommun behövs för att säga om en insats hjälper.",
      },
      {
        limit: "not_helping",
        value: NOT_HELPING_AT,
        meaning: "En insats finns men hjälper inte när netto av betygen är så lågt eller lägre, i procentenheter.",
      },
      {
        limit: "norm",
        value: "hela intervallet",
        meaning:
          "En väntan är säkert inom normen när hela intervallet är det, säkert över när inget av det är det, och annars möjligen inom.",
      },
    ],
    notes: [],
    labels: {
      limit: {
        suppression: "Minsta grupp som visas",
        few_answers: "Minsta antal för procent",
        net: "Bra och dåligt på en skala",
        not_reaching: "Insatser som finns men inte når",
        least_ratings: "Minsta antal betyg",
        not_helping: "Insatser som finns men inte hjälper",
        norm: "Inom eller över normen",
      },
    },
  };
}

interface Term {
  readonly term: string;
  readonly words: string;
  readonly source: string;
  readonly sections: readonly string[];
}

const TERMS: readonly Term[] = [
  {
    term: "Gränser för olika personer",
    words:
      "Vi letar efter det minsta och det största antal personer som kan ge just de tal som parterna har lämnat. Sanningen ligger " +
      "däremellan om talen stämmer. Finns inget sådant antal motsäger talen varandra.",
    source: "Fréchet, Hunter–Worsley och Bonferroni; linjärprogrammering över alla kombinationer av parter",
    sections: ["unduplicated", "proposals"],
  },
  {
    term: "Skattning av dem som ingen känner",
    words:
      "Hur många som två eller flera parter har gemensamt säger något om hur många ingen av dem känner. Parter som skickar personer till varandra " +
      "ger en för låg skattning. Därför visas flera modeller och spannet mellan dem, aldrig ett enda tal.",
    source: "Chapman (1951); Fienberg (1972), log-linjära modeller",
    sections: ["unduplicated"],
  },
  {
    term: "Chaos nedre gräns",
    words: "Antalet som bara en part känner och antalet som precis två känner ger ett lägsta antal för hela gruppen.",
    source: "Chao (1987)",
    sections: ["profile"],
  },
  {
    term: "Median av intervall",
    words:
      "Den som svarar 15–30 dagar har inte sagt vilken dag. Vi räknar med hela intervallet, och då blir också medianen ett intervall.",
    source: "Turnbull (1976)",
    sections: ["lead-times", "proposals"],
  },
  {
    term: "Netto",
    words:
      "Andelen som svarat 4 eller 5 minus andelen som svarat 1 eller 2, i procentenheter. 0 betyder lika många på var sida.",
    source: "–",
    sections: ["interventions", "barriers", "gains", "responsibility", "cooperation"],
  },
  {
    term: "Enighet om en ordning",
    words:
      "Kendalls W är 1 när alla ordnar lika och 0 när ordningarna inte liknar varandra alls. Lika placeringar räknas med medelplatsen.",
    source: "Kendall och Babington Smith (1939), med rättning för lika rang",
    sections: ["problems", "gaps"],
  },
  {
    term: "Samstämmighet på en skala",
    words: "1 när alla har svarat samma steg, 0 när hälften har svarat lägst och hälften högst.",
    source: "Tastle och Wierman (2007)",
    sections: ["problems"],
  },
  {
    term: "Skillnad mellan två grupper",
    words:
      "Fishers exakta test säger hur ovanlig en så stor skillnad vore om grupperna svarade lika. Det passar också när få har svarat.",
    source: "Fisher (1935)",
    sections: ["voices"],
  },
  {
    term: "Täthet och mellanposition",
    words:
      "Täthet är hur många av de möjliga kontakterna som finns. Mellanposition är hur ofta en part ligger på den kortaste vägen mellan två andra. Ett svar som saknas är okänt, inte nej.",
    source: "Freeman (1977)",
    sections: ["cooperation"],
  },
  {
    term: "Svarsandel",
    words: "Inskickade svar genom alla som tillfrågats. Den som avböjt eller inte svarat är kvar i nämnaren.",
    source: "AAPOR, Standard Definitions (2023), RR1 och RR2",
    sections: ["coverage", "methods"],
  },
  {
    term: "Läge efter insats",
    words:
      "Projektets egna räknade antal. En tom ruta är okänd och räknas inte som noll. ”För tidigt att bedöma” är ett svar.",
    source: "–",
    sections: ["follow-up"],
  },
];

/** The methods by name, for readers who know no statistics, with a source for those who do. */
export const termsTable = (questions: Readonly<Record<string, string>>): Table => ({
  id: "terms",
  title: "Metoderna i klarspråk",
  columns: [
    { key: "term", label: "Begrepp", unit: "" },
    { key: "words", label: "Vad det betyder", unit: "" },
    { key: "source", label: "Källa", unit: "" },
    { key: "sections", label: "Används i", unit: "code" },
  ],
  rows: TERMS.map(({ term, words, source, sections }) => ({ term, words, source, sections: sections.join("|") })),
  notes: ["Formler, förutsättningar och prövade värden står i docs/methods.md."],
  labels: { sections: questions },
});
