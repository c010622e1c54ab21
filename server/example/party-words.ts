/** What the example's parties write in their own words, by kind of party, and the conditions of each place. */
import type { Answers } from "../../survey-definitions/wire.ts";

/** Free texts of one kind of party, by variable of the party questionnaire. */
export const PARTY_WORDS: Readonly<Record<string, Answers>> = {
  social_services: {
    resp_role: "Enhetschef, barn och unga",
    inclusion_note:
      "Unga med pågående utredning eller insats under perioden som vi bedömer behöver stöd från minst en part till. Unga med enbart ekonomiskt bistånd är inte med.",
    iv_other: "Stödboende för unga som väntar på egen bostad.",
    coop_works_note: "Mötena med skolan varje termin ger tidiga signaler.",
    coop_fails_note: "Vid arton år byter nästan alla handläggare samtidigt, och ingen kallar till ett gemensamt möte.",
    conditions_to_join: "Ett beslut i nämnden och att minst två parter till är med från början.",
    open_comment: "Siffrorna är framtagna av två handläggare som gick igenom listan tillsammans.",
  },
  student_health: {
    resp_role: "Elevhälsochef",
    ref_date: "2026-10-15",
    ref_period_days: 288,
    inclusion_note:
      "Elever i gymnasieåldern med hög frånvaro och kontakt med elevhälsan under året. Den som slutat skolan är inte med.",
    coop_fails_note: "Vi får sällan veta vad som hände efter en orosanmälan.",
    iv_missing_other: "En väg tillbaka till skolan mitt i terminen.",
    conditions_to_join: "Att det är klart vad vi får berätta för varandra utan samtycke.",
  },
  labour_market_unit: {
    resp_role: "Enhetschef",
    inclusion_note:
      "Deltagare 16–25 år som haft en plan hos oss under perioden och stöd av socialtjänsten eller vården.",
    iv_other: "Feriejobb med handledare för den som inte klarat ett vanligt feriejobb.",
    coop_works_note: "Vi sitter i samma hus som socialtjänsten och kan gå över gården.",
  },
  activity_responsibility: {
    resp_role: "Samordnare för aktivitetsansvaret",
    ref_date: "2026-10-01",
    inclusion_note:
      "Alla i registret som vi haft kontakt med under perioden och som har mer än ett hinder för studier.",
    coop_fails_note: "Telefonnumren i registret är ofta gamla.",
    conditions_to_join: "Tid. Vi är en och en halv tjänst.",
  },
  employment_service: {
    resp_role: "Sektionschef",
    inclusion_note:
      "Inskrivna med funktionsnedsättningskod eller stöd från kommunen, inskrivna minst en dag under perioden.",
    coop_fails_note: "Den som missar två möten skrivs ut, också när vi vet varför.",
    known_stats_ref: "Arbetsförmedlingen, 2025: inskrivna under 25 år i regionen, andel utan gymnasieexamen.",
    conditions_to_join: "Beslut på regional nivå om lokal närvaro.",
  },
  social_insurance: {
    resp_role: "Samverkansansvarig",
    inclusion_note: "Personer med aktivitetsersättning eller sjukpenning, enligt registret sista dagen i perioden.",
    known_stats_ref: "Försäkringskassan, 2025: aktivitetsersättning, 19–29 år, per kommun.",
    open_comment: "Vi kan inte se i registret om personen har kontakt med skolan eller socialtjänsten.",
  },
  child_psychiatry: {
    resp_role: "Vårdenhetschef",
    inclusion_note:
      "Patienter 16–17 år med minst två besök under perioden och känd kontakt med socialtjänst eller elevhälsa.",
    coop_works_note: "SIP fungerar när någon förbereder den unga före mötet.",
    coop_fails_note: "Remissen till vuxenpsykiatrin skickas ofta samma månad som den unga fyller arton.",
    conditions_to_join: "Att arbetet räknas som vårdtid.",
  },
  adult_psychiatry: {
    resp_role: "Verksamhetsutvecklare",
    ref_date: "2026-06-30",
    ref_period_days: 181,
    inclusion_note:
      "Patienter 18–25 år på mottagningen med beroende eller socialt stöd noterat i journalen det senaste halvåret.",
    coop_fails_note: "Samsjuklighet: båda mottagningarna väntar på den andra.",
  },
  primary_care: {
    resp_role: "Rehabkoordinator",
    inclusion_note: "Uppskattning av de listade patienter som rehabkoordinatorn har haft kontakt med.",
    open_comment: "Vårdcentralerna räknar på olika sätt. Intervallet är vår bästa bedömning.",
  },
  youth_clinic: {
    resp_role: "Enhetschef",
    inclusion_note: "Unga med minst tre kuratorssamtal under perioden och kontakt med minst en part till.",
    iv_other: "Samtal utan tidsbokning två eftermiddagar i veckan.",
    coop_works_note: "Kuratorn följer med till första mötet hos nästa.",
  },
};

/** What is special about each place, by municipality code. */
export const LOCAL_WORDS: Readonly<Record<string, string>> = {
  "1492":
    "Liten kommun med långt till specialistvård. Bussen till närmaste psykiatriska mottagning tar drygt en timme.",
  "1487": "Många verksamheter finns på orten, men unga från landsbygden tar sig inte dit på kvällarna.",
};
