import type { ReactElement } from "react";
import { PARTY_KINDS, STEPS } from "../../survey-definitions/codes.ts";
import type { Norm } from "../../survey-definitions/study.ts";
import { formatDate, formatNumber } from "../../reports/text/format.ts";

const labelOf = (list: readonly { readonly code: string; readonly label: string }[], code: string): string =>
  list.find((entry) => entry.code === code)?.label ?? code;

/** How long each step may take, by whom that is said, and from when. */
export function NormTable({ norms }: { norms: readonly Norm[] }): ReactElement {
  return (
    <>
      <h2>Normer för ledtider</h2>
      <p>Rapporten jämför parternas tider med den norm som gäller när perioden är slut.</p>
      {norms.length === 0 ? (
        <p className="soft">Studien har inga normer.</p>
      ) : (
        <div className="scroll" role="region" aria-label="Normer för ledtider" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Steg</th>
                <th scope="col">Gäller</th>
                <th scope="col" className="number">
                  Dagar
                </th>
                <th scope="col">Från</th>
                <th scope="col">Källa</th>
              </tr>
            </thead>
            <tbody>
              {norms.map(({ step, party_kind, days, source, valid_from }) => (
                <tr key={`${step} ${party_kind ?? ""} ${valid_from}`}>
                  <th scope="row">{labelOf(STEPS, step)}</th>
                  <td>{party_kind === undefined ? "Alla parter" : labelOf(PARTY_KINDS, party_kind)}</td>
                  <td className="number">{formatNumber(days)}</td>
                  <td>{formatDate(valid_from)}</td>
                  <td>{source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
