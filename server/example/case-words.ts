/** What some of the example's parties write about the cases, and what they propose; by party and municipality. */
import type { Answers } from "../../survey-definitions/wire.ts";

interface CaseWords {
  readonly roles?: string;
  /** What another way of working together would have done, by stage. */
  readonly better?: Readonly<Record<string, string>>;
  /** What the party does and with what support in law or routine, by stage. */
  readonly basis?: Readonly<Record<string, string>>;
  readonly proposal?: Answers;
}

export const CASE_WORDS: Readonly<Record<string, CaseWords>> = {
  "ifo-amal/1492": {
    roles: "Enhetschef och två socialsekreterare",
    better: {
      pojken_3: "Vi hade kunnat sitta med i elevhälsans möte redan här, utan att det blev en anmälan.",
      pojken_5: "Ett möte samma vecka med polis, skola och BUP i stället för tre utredningar efter varandra.",
    },
    proposal: {
      prop_text:
        "Ett möte inom sju dagar när polisen har anmält oro för någon under arton, med skola och BUP på plats.",
      prop_owner: "social_services",
      prop_due: "2027-03-31",
    },
  },
  "ifo-vanersborg/1487": {
    roles: "Verksamhetschef och samordnare",
    basis: {
      pojken_5: "Vi inleder utredning efter polisens anmälan och erbjuder öppenvård under tiden.",
      "unga-kvinnan_5": "Placering på skyddat boende efter en skyddsbedömning samma dag.",
    },
    better: {
      pojken_7: "En person som följer med till Arbetsförmedlingen och psykiatrin hade sparat ett år.",
      "unga-kvinnan_3": "Den kommun som först får veta borde hålla i ärendet tills den andra har tagit emot.",
    },
    proposal: {
      prop_text:
        "En överenskommelse mellan kommunerna: den som har ärendet släpper det inte förrän den andra har tagit emot.",
      prop_owner: "joint",
      prop_due: "2027-06-30",
    },
  },
  "elevhalsa-amal/1492": {
    roles: "Elevhälsochef, kurator och specialpedagog",
    better: { pojken_4: "Med en gemensam plan hade frånvaron upptäckts i september." },
  },
  "elevhalsa-vanersborg/1487": {
    roles: "Elevhälsochef och två kuratorer",
    better: {
      pojken_2: "En skriftlig överlämning som vårdnadshavaren har läst och sagt ja till.",
      "unga-kvinnan_1": "Kuratorn hade kunnat få besked samma vecka om vem som tar vid.",
    },
    proposal: {
      prop_text: "Samma blankett för samtycke hos alla parter, så att skolan får veta vad som hände efter en anmälan.",
      prop_owner: "student_health",
      prop_due: "2027-01-31",
    },
  },
  "kaa-vanersborg/1487": {
    roles: "Samordnare",
    better: { pojken_6: "Vi hade nått honom om vi fått hans nya nummer av skolan eller mamman." },
    proposal: {
      prop_text: "Uppsökande arbete på kvällstid tillsammans med fältarna.",
      prop_owner: "activity_responsibility",
    },
  },
  "bup/1487": {
    roles: "Vårdenhetschef och psykolog",
    basis: { "unga-kvinnan_2": "Återbesök inom en vecka enligt regionens riktlinje efter självskada." },
    better: { pojken_5: "Utredning och öppenvård samtidigt, i stället för att vänta på varandra." },
    proposal: {
      prop_text: "Överlämningen till vuxenpsykiatrin börjar vid sjutton, med ett möte där båda är med.",
      prop_owner: "child_psychiatry",
      prop_due: "2027-09-30",
    },
  },
  "vuxenpsykiatrin/1487": {
    roles: "Verksamhetsutvecklare",
    better: { "unga-kvinnan_4": "En gemensam mottagning för samsjuklighet: då slipper hon två köer." },
    proposal: {
      prop_text: "En gemensam mottagning en dag i veckan för unga med både beroende och psykisk sjukdom.",
      prop_owner: "joint",
      prop_due: "2028-01-31",
    },
  },
  "ame-amal/1492": {
    roles: "Enhetschef",
    better: { pojken_7: "Taket i mars var öppningen. Vi hade kunnat ordna en handledare inom en vecka." },
    proposal: {
      prop_text: "Tre platser hos hantverkare som kan börja inom en vecka, med stöd av arbetskonsulent.",
      prop_owner: "labour_market_unit",
      prop_due: "2027-04-30",
    },
  },
  "forsakringskassan/1492": { roles: "Samverkansansvarig" },
  "arbetsformedlingen/1492": {
    proposal: {
      prop_text: "En fast kontaktperson på Arbetsförmedlingen för kommunens unga.",
      prop_owner: "employment_service",
    },
  },
};
