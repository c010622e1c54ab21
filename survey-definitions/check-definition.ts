/** Everything that a definition must be before it is released, found without SurveyJS. */
import { checkConditions } from "./check-conditions.ts";
import { checkDictionary } from "./check-dictionary.ts";
import { checkElements } from "./check-elements.ts";
import type { DefinitionIssue } from "./definition-issue.ts";
import { isJson, questionsOf, takesAnswer, type Json } from "./definition-tree.ts";
import type { Dictionary } from "./dictionary.ts";

/**
 * Types, properties, names, ids, choices and conditions of a SurveyJS definition; with a dictionary also that the two
 * say the same. Never throws.
 *
 * @param definition as written (with placeholders) or as fielded
 * @returns issues in the order of the checks; empty when nothing is wrong
 */
export function checkDefinition(definition: unknown, dictionary?: Dictionary): readonly DefinitionIssue[] {
  if (!isJson(definition))
    return [{ path: "", code: "not-an-object", message: "Filen är inte ett formulär: den ska hålla ett JSON-objekt." }];
  return [
    ...checkElements(definition),
    ...checkConditions(definition),
    ...checkSupport(definition),
    ...(dictionary ? checkDictionary(definition, dictionary) : []),
  ];
}

function checkSupport(definition: Json): readonly DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const questions = questionsOf(definition).filter(takesAnswer);
  if (questions.length === 0)
    issues.push({ path: "", code: "no-questions", message: "Formuläret har inga frågor. Lägg till minst en." });
  for (const { element, name, path } of questions) {
    if (element["isRequired"] === true || "requiredIf" in element)
      issues.push({
        path,
        code: "required-answer",
        message: `Frågan ”${name}” är obligatorisk. Inget svar får krävas: låt den som inte vet gå vidare.`,
      });
    if (element["showOtherItem"] === true || element["hasOther"] === true)
      issues.push({
        path,
        code: "not-supported",
        message: `Frågan ”${name}” har SurveyJS eget ”Annat”. Skriv ett vanligt val och en textfråga efter det.`,
      });
  }
  for (const key of ["triggers", "calculatedValues"]) {
    if (key in definition)
      issues.push({ path: key, code: "not-supported", message: `”${key}” stöds inte. Ta bort det ur formuläret.` });
  }
  return issues;
}
