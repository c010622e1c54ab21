import { useState, type ReactElement } from "react";
import { PARTY_KINDS } from "../../survey-definitions/codes.ts";
import type { Study } from "../../survey-definitions/study.ts";

const ROWS_AT_ONCE = 50;

const kindLabel = (kind: string): string => PARTY_KINDS.find(({ code }) => code === kind)?.label ?? kind;

/** Who takes part, and for which municipalities. */
export function PartyTable({ study, names }: { study: Study; names: Readonly<Record<string, string>> }): ReactElement {
  const [all, setAll] = useState(false);
  const parties = all ? study.parties : study.parties.slice(0, ROWS_AT_ONCE);
  return (
    <>
      <div className="scroll" role="region" aria-label="Parter" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Slag</th>
              <th scope="col">Svarar för</th>
            </tr>
          </thead>
          <tbody>
            {parties.map((party) => (
              <tr key={party.id}>
                <th scope="row">{party.name}</th>
                <td>{kindLabel(party.kind)}</td>
                <td>{party.municipalities.map((code) => names[code] ?? code).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {parties.length < study.parties.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          Visa {study.parties.length - parties.length} parter till
        </button>
      )}
    </>
  );
}
