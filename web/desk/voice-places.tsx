import type { ReactElement } from "react";
import type { CoverageCell, StudyDetail } from "../../survey-definitions/wire.ts";
import { cellWords } from "./cell-words.ts";
import { countResponses, countStatuses, type CoverageIndex } from "./coverage-model.ts";
import { CoverageSums } from "./coverage-sums.tsx";
import { StatusMark } from "./status-mark.tsx";

interface Props {
  readonly detail: StudyDetail;
  readonly index: CoverageIndex;
  readonly onOpen: (cell: CoverageCell) => void;
}

/** The voices by municipality: how many answers each has. */
export function VoicePlaces({ detail, index, onOpen }: Props): ReactElement {
  const { study, municipalityNames } = detail;
  const rows = study.municipalities.flatMap((code) => {
    const cell = index.find(undefined, code);
    return cell === undefined ? [] : [{ cell, name: municipalityNames[code] ?? code }];
  });
  return (
    <>
      <CoverageSums counts={countStatuses(index.cells)} responses={countResponses(index.cells)} places="kommuner" />
      <ul className="places">
        {rows.map(({ cell, name }) => (
          <li key={cell.assignment} className={`cell cell-${cell.status}`}>
            <button type="button" aria-haspopup="dialog" onClick={() => onOpen(cell)}>
              <StatusMark status={cell.status} />
              <span className="place-name">{name}</span>
              <span className="cell-words numbers">{cellWords(cell)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
