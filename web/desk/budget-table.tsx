import type { ReactElement } from "react";
import type { StudyBudget } from "../../survey-definitions/study.ts";
import { formatNumber, formatPeriod } from "../../reports/text/format.ts";

const kronor = (amount: number): string => `${formatNumber(amount)} kr`;

/** What the study itself may use, line by line. */
export function BudgetTable({ budget }: { budget: StudyBudget }): ReactElement {
  const { lines, full_time_equivalents: posts } = budget;
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  return (
    <>
      <h2>Budget</h2>
      <p>
        För {formatPeriod(budget.from, budget.to)}.
        {posts !== undefined && ` ${formatNumber(posts, 2)} heltidstjänster.`}
      </p>
      <div className="scroll" role="region" aria-label="Budget" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Post</th>
              <th scope="col">Finansiär</th>
              <th scope="col" className="number">
                Belopp
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, amount, funder }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{funder ?? "–"}</td>
                <td className="number">{kronor(amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Summa
              </th>
              <td className="number">{kronor(sum)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
