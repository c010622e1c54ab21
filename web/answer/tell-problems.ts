import type { ErrorBody } from "../../survey-definitions/wire.ts";
import { fieldsOf, findOwner } from "../survey/fields.ts";
import type { FieldProblem, SurveySession } from "../survey/session.ts";

/** Shows the server's problems at the fields they belong to; those that have no field on the page are left out. */
export function tellProblems(session: SurveySession, error: ErrorBody): readonly FieldProblem[] {
  const problems = (error.problems ?? []).flatMap(({ variable, message }): FieldProblem[] => {
    const owner = findOwner(session.model, variable);
    if (owner === undefined) return [];
    const fields = fieldsOf(owner.question);
    const field = fields.find(({ key }) => key === owner.key) ?? fields[0];
    return field === undefined ? [] : [{ field, message }];
  });
  if (problems.length > 0) session.tell(new Map(problems.map(({ field, message }) => [field.key, message])));
  return problems;
}
