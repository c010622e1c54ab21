import type { ReactElement } from "react";
import type { DocumentSection } from "../../reports/publication/publication.ts";
import type { ProtectionProtocol } from "../../reports/protection/protocol.ts";
import { sectionName } from "../../reports/section-groups.ts";
import { formatNumber } from "../../reports/text/format.ts";
import { protectionWords } from "./publication-words.ts";

interface Props {
  readonly protection: ProtectionProtocol;
  readonly sections: readonly DocumentSection[];
}

/** What is hidden, where, and how it was proved that it stays hidden. */
export function PublicationProtection({ protection, sections }: Props): ReactElement {
  const titles = new Map(
    sections.flatMap(({ id, tables }) => tables.map((table) => [`${id}/${table.id}`, table.title] as const)),
  );
  const hidden = protection.tables.filter(
    ({ section, table, hidden }) => hidden > 0 && titles.has(`${section}/${table}`),
  );
  return (
    <section aria-labelledby="publication-protection">
      <h2 id="publication-protection">Så är små tal skyddade</h2>
      <ul className="protection-words">
        {protectionWords(protection).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <details>
          <summary>Var det är dolt</summary>
          <div className="scroll" role="region" aria-label="Dolda uppgifter per tabell" tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Avsnitt</th>
                  <th scope="col">Tabell</th>
                  <th scope="col" className="number">
                    Dolda
                  </th>
                  <th scope="col" className="number">
                    Av
                  </th>
                </tr>
              </thead>
              <tbody>
                {hidden.map(({ section, table, hidden: n, cells }) => (
                  <tr key={`${section}/${table}`}>
                    <td>{sectionName(section)}</td>
                    <td>{titles.get(`${section}/${table}`)}</td>
                    <td className="number">{formatNumber(n)}</td>
                    <td className="number">{formatNumber(cells)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
