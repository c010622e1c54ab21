import { changeBody, flowBody, outcomesBody } from "../charts/follow-up-chart.ts";
import { hoursBody, improvementsBody, moneyBody } from "../charts/follow-up-resources-chart.ts";
import { defineChart } from "../charts/define-chart.tsx";
import { tableOf } from "../charts/read-table.ts";
import { FLOW_STEPS, STAFF_STATEMENTS, VOICE_STATEMENTS } from "../../survey-definitions/follow-up-options.ts";
import type { Section, Tables } from "../section.ts";
import { changeTable } from "./follow-up-change.ts";
import { MEASURES, measuresTable } from "./follow-up-measures.ts";
import { flowTable, outcomesTable, OUTCOME_KINDS, profileTable, timesTable } from "./follow-up-people.ts";
import { followUp } from "./follow-up-periods.ts";
import { assessmentTable, improvementsTable, moneyTable, partiesTable } from "./follow-up-project.ts";
import {
  changed,
  decided,
  enrolment,
  flowed,
  hours,
  intake,
  judged,
  outcome,
  spent,
  stepsAgainstExits,
} from "./follow-up-sentences.ts";

const SOURCE = "Källa: projektets uppföljning, antal för varje period.";
const sentencesOf = (texts: readonly string[]) => texts.map((text) => `${text}.`);

/** A chart whose title is the first of its findings, or says what there is nothing about. */
const chart = (
  id: string,
  findings: (tables: Tables) => readonly string[],
  none: string,
  subtitle: (tables: Tables) => string,
  body: Parameters<typeof defineChart>[0]["body"],
) =>
  defineChart({
    section: "follow-up",
    id,
    title: (tables) => findings(tables)[0] ?? none,
    subtitle,
    description: (tables) => sentencesOf(findings(tables).length > 0 ? findings(tables) : [none]).join(" "),
    body,
    source: SOURCE,
  });

const title = (id: string) => (tables: Tables) => tableOf(tables, id).title;

const flow = chart("flow", flowed, "Inget är angivet om vägen genom projektet", title("flow"), flowBody);
const outcomes = chart("outcomes", outcome, "Inget är angivet om vart deltagarna kom", title("outcomes"), outcomesBody);
const time = chart(
  "hours",
  hours,
  "Ingen arbetstid är angiven",
  () => "Planerad och använd arbetstid, timmar i månaden, senaste perioden",
  hoursBody,
);
const money = chart("money", spent, "Varken budget eller utfall är angivet", title("money"), moneyBody);
const improvements = chart(
  "improvements",
  decided,
  "Ingen förbättring är beslutad",
  title("improvements"),
  improvementsBody,
);
const change = chart("change", changed, "Inget går att jämföra med förstudien", title("change"), changeBody);

const base = (column: string): string => column.split(".", 1)[0] ?? column;

export const followUpSection: Section = {
  id: "follow-up",
  question: "Hur går det för projektet och dem som deltar?",
  reads: [
    ...new Set([
      ...["fu_period_start", "fu_period_end", "fu_referred", "fu_first_to_enrol", "fu_profile", "fu_flow", "fu_attend"],
      ...MEASURES.map(({ code }) => code),
      ...OUTCOME_KINDS.map(({ code }) => code),
      ...["fu_hours_planned", "fu_hours_actual", "fu_budget", "fu_cost"],
      ...["fu_improvement", "fu_improvement_status", "fu_improvement_date"],
      ...["fu_staff_view", "fu_staff_view_n", "fu_voice_view", "fu_voice_view_n"],
      ...["fu_too_early", "fu_too_early_why", "fu_doc_ref", "fu_next_plan", "fu_eval_due", "fu_recommendation"],
      "v_role",
      ...[...STAFF_STATEMENTS, ...VOICE_STATEMENTS]
        .map(({ code }) => base(code))
        .filter((code) => /^(st|v)_/.test(code)),
    ]),
  ],
  method:
    `Projektet lämnar antal för varje period, aldrig uppgifter om personer. Vägen genom projektet är de ${FLOW_STEPS.length} stegen från anmäld ` +
    "till avslut: hur många som kom till steget, gick vidare, avslutades före insatsen eller inte har gått vidare än. Antal läggs ihop över " +
    "perioderna; läget vid periodens slut gör det inte. Budget och utfall jämförs bara där båda är angivna. ”För tidigt att bedöma” är ett " +
    "resultat. Förändring är skillnaden mellan mellersta svaret i förstudien och i uppföljningen på samma påstående.",

  compute(data) {
    const responses = followUp(data);
    if (responses === undefined) return { status: "no-answers" };
    return {
      status: "ok",
      tables: {
        flow: flowTable(responses),
        measures: measuresTable(responses),
        times: timesTable(responses),
        outcomes: outcomesTable(responses),
        profile: profileTable(data, responses),
        parties: partiesTable(data, responses),
        money: moneyTable(responses),
        improvements: improvementsTable(responses),
        assessment: assessmentTable(responses),
        change: changeTable(data, responses),
      },
    };
  },

  sentences: (tables) => {
    const found = [
      flowed,
      judged,
      intake,
      enrolment,
      outcome,
      stepsAgainstExits,
      hours,
      spent,
      decided,
      changed,
    ].flatMap((say) => say(tables));
    return sentencesOf(found.length > 0 ? found : ["Uppföljningen har lämnats utan några uppgifter"]);
  },

  charts: [flow, outcomes, time, money, improvements, change],
};
