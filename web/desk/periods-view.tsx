import type { ReactElement } from "react";
import type { CoverageCell, StudyDetail } from "../../survey-definitions/wire.ts";
import { AnswerList } from "./answer-list.tsx";
import type { CoverageIndex } from "./coverage-model.ts";

interface Props {
  readonly detail: StudyDetail;
  readonly index: CoverageIndex;
  readonly onOpen: (cell: CoverageCell) => void;
}

/** The follow-up: one answer per period, the latest first, and the way to the link. */
export function PeriodsView({ detail, index, onOpen }: Props): ReactElement | null {
  const [cell] = index.cells;
  if (cell === undefined) return null;
  return (
    <>
      <p className="lead">Uppföljningen har ett svar för varje period.</p>
      <AnswerList cell={cell} study={detail.study.id} empty="Ingen period är påbörjad än." />
      <div className="actions">
        <button type="button" className="button button-quiet" aria-haspopup="dialog" onClick={() => onOpen(cell)}>
          {cell.links === 0 ? "Gör en länk till uppföljningen" : "Länkar till uppföljningen"}
        </button>
      </div>
    </>
  );
}
