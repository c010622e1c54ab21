import type { ReactElement } from "react";
import { formatNumber } from "../../reports/text/format.ts";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import { countResponses, countStatuses, type CoverageIndex, type KindGroup } from "./coverage-model.ts";
import "./coverage-overview.css";

interface Props {
  readonly groups: readonly KindGroup[];
  readonly municipalities: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly index: CoverageIndex;
  readonly onChoose: (kind: string, municipality: string) => void;
}

/** The parts of a track in percent, as SVG needs them: no style attribute for each of a thousand cells. */
function Track({ answered, drafts, expected }: { answered: number; drafts: number; expected: number }): ReactElement {
  return (
    <svg className="track" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track-ground" width="100" height="6" />
      <rect className="track-drafts" width={(100 * (answered + drafts)) / expected} height="6" />
      <rect className="track-answered" width={(100 * answered) / expected} height="6" />
    </svg>
  );
}

/** A study too large for one grid: how many of each kind have answered in each municipality, and the way into each. */
export function CoverageOverview({ groups, municipalities, names, index, onChoose }: Props): ReactElement {
  const open = OPEN_INSTRUMENTS.has(index.instrument);
  return (
    <>
      <p className="help overview-help">
        Studien är stor, så här visas antalet svar per slag av part. Välj en ruta för att se parterna var för sig.
        {open && " Strecket visar hur många av parterna som har minst ett svar."}
      </p>
      <div className="grid-scroll overview-scroll" role="region" aria-label="Antal svar" tabIndex={0}>
        <table className="overview">
          <caption className="visually-hidden">Antal svar per kommun och slag av part</caption>
          <thead>
            <tr>
              <th scope="col">Kommun</th>
              {groups.map(({ kind, label }) => (
                <th key={kind} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {municipalities.map((code) => (
              <tr key={code}>
                <th scope="row">{names[code] ?? code}</th>
                {groups.map(({ kind, label, parties }) => {
                  const cells = index.of(parties, [code]);
                  if (cells.length === 0) return <td key={kind} className="cell-none" />;
                  const { answered, draft } = countStatuses(cells);
                  const [short, long] = open
                    ? [`${formatNumber(countResponses(cells))} svar`, ` från ${answered} av ${cells.length}`]
                    : [`${formatNumber(answered)} av ${formatNumber(cells.length)}`, ""];
                  return (
                    <td key={kind}>
                      <button
                        type="button"
                        aria-label={`${short}${long}: ${label}, ${names[code] ?? code}`}
                        onClick={() => onChoose(kind, code)}
                      >
                        <span className="numbers" aria-hidden="true">
                          {short}
                        </span>
                        <Track answered={answered} drafts={draft} expected={cells.length} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
