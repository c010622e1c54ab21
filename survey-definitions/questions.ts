/**
 * What a study is to answer, one line a question. A dictionary names the numbers that its variables answer; `from` names
 * what else answers them: the study file, imported statistics, who was asked, and the investigator's own text.
 */

/** Parts of a dataset that are no answers to a questionnaire. */
export type QuestionSource = "budget" | "proposals" | "population" | "norms" | "assignments";

export interface StudyQuestion {
  readonly id: string;
  readonly text: string;
  readonly from?: readonly QuestionSource[];
}

const numbered = (
  assignment: string,
  questions: readonly (string | readonly [string, ...QuestionSource[]])[],
): readonly StudyQuestion[] =>
  questions.map((question, i) => {
    const id = `${assignment}.${i + 1}`;
    if (typeof question === "string") return { id, text: question };
    const [text, ...from] = question;
    return { id, text, from };
  });

const S0 = numbered("S0", [
  "Hur många är i gruppen hos varje part?",
  ["Hur stor andel är de av alla i åldern?", "population"],
  "Vilka insatser finns?",
  "Hur väl hjälper insatserna?",
  "Vilka insatser saknas?",
  "Vilka insatser efterfrågas?",
  "Vilka problem är tydligast?",
  ["Hur upplevs ledtiderna?", "norms"],
  "Behövs ett samlat ansvar?",
  "Ökar gruppen?",
  "Räcker en parts stöd?",
  "Har någon verksamhet ansvar över tid?",
  "Hur många faller utanför?",
  "Skickas personer runt utan att komma vidare?",
  "Finns personerna hos alla parter?",
  "Vilka ingår, och hur stora är undergrupperna?",
  "Vad begränsar tillgången till insatser?",
  "Vilken är den gemensamma bilden av nuläget?",
  "Vill alla parter delta med sina resurser?",
  "Vad krävs för en gemensam modell?",
  "Vad hindrar i det ordinarie arbetet?",
  "Vad vinner parterna på att samla resurser?",
  ["Vilken tid och budget har undersökningen?", "budget"],
  ["Vad kan styrelsen besluta utifrån?", "proposals"],
]);

const S1 = numbered("S1", [
  "Hur många unga har försörjningsstöd?",
  "Hur många är kända av flera myndigheter?",
  "Hur många är ensamstående föräldrar?",
  "Hur många har kort utbildning?",
  "Hur många har svag förankring i arbetslivet?",
  "Hur många hamnar mellan stolarna?",
  "Hur många utanför gruppen har samma behov?",
  "Hur vanlig är psykisk ohälsa?",
  "Finns insatser som inte leder vidare?",
  "Förekommer rundgång?",
  "Har flera myndigheter kontakt utan att samverka?",
  "Vad kan socialtjänsten bidra med?",
  "Vad kan Arbetsförmedlingen bidra med?",
  "Vad kan Försäkringskassan bidra med?",
  "Vad kan hälso- och sjukvården bidra med?",
  "Vad sparar samhället?",
  "Vad vinner den enskilda?",
  "Stärks självkännedomen?",
  "Stärks självförtroendet?",
  "Nås personerna tidigt?",
  "Ger kartläggning snabbare stöd?",
  "Får deltagarna meriter och verktyg?",
  "Fungerar vardagen vid avslut?",
  "Vilka väljer ut deltagarna?",
  "Har deltagarna undertecknat samtycke?",
  "Hur lång tid går det till inskrivning?",
  "Hur många kartläggs, enskilt och i grupp?",
  "Hur många har en egen handlingsplan?",
  "Vart slussas deltagarna vidare?",
  "Planeras avslutet i förväg?",
  "Utses en huvudansvarig vid avslut?",
  "Vet personen vart den ska vända sig?",
  "Vad leder avslutet till?",
  "Vilka parter deltar i samverkansgruppen?",
  "Deltar samma personer, med ersättare?",
  "Hur mycket mötestid används?",
  "Vad hanteras på mötena?",
  "Återkopplas och löses problem?",
  "Hålls tematräffar?",
  "Hur många timmar ger varje part?",
  "Vad kostar externa utredningar?",
  "Hur ser utfallet ut mot budgeten?",
  "Hur är arbetet dokumenterat?",
  "Hur många är aktuella nu?",
  "Hur går det för deltagarna, steg för steg?",
  "Hur ser den ekonomiska redovisningen ut?",
  "Var är gruppens arbete samlat?",
  "Hur ska samverkan fortsätta?",
]);

const S2 = numbered("S2", [
  "Kan vi reagera snabbare på tidiga tecken?",
  "Förbättrar snabbare insatser livschanserna?",
  "Hur går insatserna till i ett påhittat fall?",
  "Hur många kontakter blir det, och med vilka?",
  "Vilka kontakter har den unga, och vilka föräldrarna?",
  "Vilka aktörer är inblandade?",
  "Skulle förändrad samverkan hjälpa?",
  "Hur går överlämningar till?",
  "Hur fungerar kommunikationen mellan instanser?",
  "Vilken samverkan finns redan?",
  "Hur stor är gruppen jämfört med vinsten?",
  "Vilka är riskerna om inget görs?",
  "Hur många når egen försörjning?",
  "Hur är livskvaliteten?",
  "Vad kostar det?",
  ["Vilka har deltagit?", "assignments"],
  ["Vilka är förslagen och nästa steg?", "proposals"],
]);

const S3 = numbered("S3", [
  "Ger målgruppsbedömning rätt insats?",
  "Passar insatsen behovet?",
  "Finns dyra insatser som inte träffar rätt?",
  "Följs insatser upp över tid?",
  "Används kunskap systematiskt?",
  "Har samverkan blivit bättre?",
  "Delar parterna bild av behoven?",
  "Finns en målinriktad plan?",
  "Hänger vårdkedjan ihop före, under och efter?",
  "Är arbetssättet givande för personalen?",
  "Är bedömningen professionell?",
  "Är bedömningen strukturerad?",
  "Är bedömningen kunskapsbaserad?",
  "Är det tydligare för unga vad som ska hända?",
  "Är informationen bättre?",
  "Blir unga mer lyssnade på?",
  "Är bedömningen motiverad, tydlig och lätt att förstå?",
  "Hörs ungas röster?",
  "Talar någon med den unga om vad som händer sedan?",
  "Vilka gör arbetet, och går det på annat sätt?",
  "Hur länge har projektet pågått vid avstämningen?",
  "Är det för tidigt att bedöma?",
  "Vilka förbättringar är beslutade och genomförda?",
  "När är utvärderingen klar, och vad rekommenderas?",
]);

const S4 = numbered("S4", [
  "Vilka är behoven?",
  "Vad måste vara på plats först?",
  ["Vilken organisation föreslås i varje kommun?", "proposals"],
  ["Går modellen att använda på andra håll?", "proposals"],
  ["Vad skiljer mellan större och mindre orter?", "population"],
  ["Vilket stöd bör delas mellan kommuner?", "population"],
  ["Vad säger känd statistik?", "population"],
  ["Hur ser gruppen ut i varje kommun?", "population"],
  "Vilka resurser finns i dag?",
  ["Hur kan resurserna organiseras?", "proposals"],
  "Hur samverkar parterna i dag?",
  "Vad fungerar?",
  "Vad fungerar inte, från upptäckt till rehabilitering?",
  "Behövs en gemensam arena?",
  "Vad ska arenan ha?",
  "Vad kan varje myndighet bidra med?",
  "Hur mycket hindrar sekretess?",
  "Hur mycket hindrar organisationen?",
  "Hur mycket hindrar motstånd?",
  "Vilka möjligheter och vinster finns?",
  ["Vad är underlaget för beslut hos varje myndighet?", "proposals"],
  ["Vilka verksamheter deltar, och för vilka kommuner?", "assignments"],
  "Blir kvalitet, rättssäkerhet och kompetens bättre?",
  "Blir färre beroende av offentlig försörjning?",
  "Hur är livskvalitet och hälsa?",
  "Upptäcks behoven tidigt?",
  ["Hur ser det ut jämfört med andra?", "population"],
  "Hänger insatserna ihop i ett flöde?",
  ["Vilken är ramen: tid, pengar och partner?", "budget"],
]);

export const QUESTIONS: readonly StudyQuestion[] = [...S0, ...S1, ...S2, ...S3, ...S4];
