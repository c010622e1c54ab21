/** What the example's investigator proposes: for each place, for the parties, and for others who have the same question. */
import type { StudyProposal } from "../../survey-definitions/study.ts";

export const EXAMPLE_PROPOSALS: readonly StudyProposal[] = [
  {
    id: "forslag-1",
    kind: "proposal",
    municipality: "1492",
    what:
      "Låt Ungdomsteamet bli en fast verksamhet med en samordnare i Åmål. Socialtjänsten, elevhälsan och arbetsmarknadsenheten " +
      "möts varje vecka i samma hus, och BUP och vuxenpsykiatrin är med på skärm.",
    who: "Socialnämnden i Åmål",
    by: "2027-03-31",
  },
  {
    id: "forslag-2",
    kind: "proposal",
    municipality: "1492",
    what: "Köp stöd till arbete och beroendebehandling tillsammans med Vänersborg. Underlaget är för litet för en egen verksamhet.",
    who: "Samordningsförbundet, med båda kommunerna",
    by: "2027-06-30",
  },
  {
    id: "forslag-3",
    kind: "proposal",
    municipality: "1487",
    what:
      "Utse en part som alltid kallar till det första gemensamma mötet när en ung person har stöd från minst tre håll. Pröva det " +
      "i ett år och räkna hur ofta mötet blir av inom fjorton dagar.",
    who: "Socialtjänsten i Vänersborg",
    by: "2027-02-28",
  },
  {
    id: "forslag-4",
    kind: "proposal",
    municipality: "1487",
    what: "Öppna en gemensam mottagning en dag i veckan för unga med både beroende och psykisk sjukdom.",
    who: "Vuxenpsykiatrin och socialtjänsten",
    by: "2028-01-31",
  },
  {
    id: "forslag-5",
    kind: "proposal",
    what:
      "Reda ut hur många unga som BUP och elevhälsan i Vänersborg har gemensamt. Deras uppgifter motsäger varandra, och innan " +
      "det är klart är gränserna för Vänersborg vidare än de behöver vara.",
    who: "Utredaren, med båda parterna",
    by: "2026-12-18",
  },
  {
    id: "underlag-af",
    kind: "basis",
    party: "arbetsformedlingen",
    what: "En fast kontaktperson för kommunens unga, sexton timmar i månaden. Den som missar ett möte kontaktas innan hen skrivs ut.",
    who: "Arbetsförmedlingens sektionschef",
    by: "2027-02-28",
  },
  {
    id: "underlag-fk",
    kind: "basis",
    party: "forsakringskassan",
    what: "Tio timmar i månaden till teamet, som i försöket. Svar från Vänersborg saknas och behövs före beslutet.",
    who: "Försäkringskassans samverkansansvariga",
    by: "2027-02-28",
  },
  {
    id: "underlag-bup",
    kind: "basis",
    party: "bup",
    what: "Börja överlämningen till vuxenpsykiatrin vid sjutton. Räkna tiden i teamet som vårdtid.",
    who: "Vårdenhetschefen",
    by: "2027-09-30",
  },
  {
    id: "underlag-vux",
    kind: "basis",
    party: "vuxenpsykiatrin",
    what: "Delta i mötet när någon har fyllt sjutton, och avsätt tid för den gemensamma mottagningen.",
    who: "Verksamhetschefen",
    by: "2027-06-30",
  },
  {
    id: "underlag-ifo",
    kind: "basis",
    party: "ifo-amal",
    what: "En heltid som samordnare. Socialtjänsten bär arbetsgivaransvaret, teamet har ett gemensamt uppdrag.",
    who: "Socialnämnden i Åmål",
    by: "2027-03-31",
  },
  {
    id: "andra-1",
    kind: "transfer",
    what:
      "Arbetssättet med ett veckomöte går att använda i andra kommuner av samma storlek, om socialtjänst och skola är överens om samtycke " +
      "innan det börjar. I en större kommun behövs fler möten eller en snävare grupp.",
  },
  {
    id: "andra-2",
    kind: "transfer",
    what: "För personer över 25 år saknas elevhälsan och BUP. Då behöver någon annan se de tidiga tecknen.",
  },
];
