import type { ReactElement } from "react";
import { MarkdownView } from "./markdown-view.tsx";

const EXAMPLES: readonly { readonly what: string; readonly written: string }[] = [
  { what: "Nytt stycke: en tom rad", written: "Första stycket.\n\nAndra stycket." },
  { what: "Fet och kursiv", written: "**viktigt** och *betonat*" },
  { what: "Underrubrik", written: "## Bakgrund" },
  { what: "Punktlista", written: "- skolan\n- vården" },
  { what: "Numrerad lista", written: "1. Först\n2. Sedan" },
  { what: "Citat", written: "> Vi ringer varandra." },
  { what: "Länk", written: "[SCB](https://www.scb.se)" },
];

/** How a text is formatted, each thing as it is written and as it looks. */
export const MarkdownHelp = (): ReactElement => (
  <details className="markdown-help">
    <summary>Så formaterar du</summary>
    <div className="scroll" role="region" aria-label="Så formaterar du" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Vad</th>
            <th scope="col">Du skriver</th>
            <th scope="col">Det blir</th>
          </tr>
        </thead>
        <tbody>
          {EXAMPLES.map(({ what, written }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>
                <code className="written">{written}</code>
              </td>
              <td>
                <MarkdownView text={written} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
