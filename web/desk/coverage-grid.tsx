import { useState, type KeyboardEvent, type ReactElement } from "react";
import type { Party } from "../../survey-definitions/study.ts";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import type { CoverageIndex, KindGroup } from "./coverage-model.ts";
import { StatusMark } from "./status-mark.tsx";
import { COVERAGE_LABELS } from "./words.ts";

interface Props {
  readonly groups: readonly KindGroup[];
  readonly municipalities: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly index: CoverageIndex;
  readonly onOpen: (cell: CoverageCell) => void;
}

type Move = readonly [rows: number, columns: number];
const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next cell that can be opened in the direction of the arrow, past those where nobody is asked. */
function neighbour(from: HTMLElement, [rows, columns]: Move): HTMLElement | null {
  const table = from.closest("table");
  const steps = Number(table?.dataset.rows ?? 0) + Number(table?.dataset.columns ?? 0);
  for (let step = 1; step <= steps; step += 1) {
    const row = Number(from.dataset.row) + rows * step;
    const column = Number(from.dataset.column) + columns * step;
    const found = table?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (found != null) return found;
  }
  return null;
}

interface CellProps {
  readonly cell: CoverageCell;
  readonly place: string;
  readonly row: number;
  readonly column: number;
  /** Whether the Tab key comes here. */
  readonly active: boolean;
  readonly onActive: (cell: CoverageCell) => void;
  readonly onOpen: (cell: CoverageCell) => void;
}

function GridCell({ cell, place, row, column, active, onActive, onOpen }: CellProps): ReactElement {
  const label = COVERAGE_LABELS[cell.status];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    neighbour(event.currentTarget, move)?.focus();
  };
  return (
    <td className={`cell cell-${cell.status}`}>
      <button
        type="button"
        data-row={row}
        data-column={column}
        tabIndex={active ? 0 : -1}
        aria-haspopup="dialog"
        aria-label={`${label}: ${place}`}
        onClick={() => onOpen(cell)}
        onKeyDown={onKeyDown}
        onFocus={() => onActive(cell)}
      >
        <StatusMark status={cell.status} />
        <span className="cell-words">{label}</span>
      </button>
    </td>
  );
}

/** Party × municipality. One stop for the Tab key; the arrow keys move between the cells. */
export function CoverageGrid({ groups, municipalities, names, index, onOpen }: Props): ReactElement {
  const parties = groups.flatMap((group) => group.parties);
  const [active, setActive] = useState<string>();
  const cells = index.of(parties, municipalities);
  const stop = cells.find(({ assignment }) => assignment === active) ?? cells[0];

  const row = (party: Party, position: number): ReactElement => (
    <tr key={party.id}>
      <th scope="row">{party.name}</th>
      {municipalities.map((code, column) => {
        const cell = index.find(party.id, code);
        const name = names[code] ?? code;
        return cell === undefined ? (
          <td key={code} className="cell-none">
            <span className="visually-hidden">Svarar inte för {name}</span>
            <span aria-hidden="true">–</span>
          </td>
        ) : (
          <GridCell
            key={code}
            cell={cell}
            place={`${party.name}, ${name}`}
            row={position}
            column={column}
            active={cell === stop}
            onActive={({ assignment }) => setActive(assignment)}
            onOpen={onOpen}
          />
        );
      })}
    </tr>
  );
  return (
    <div className="grid-scroll">
      <table
        className="grid"
        role="grid"
        aria-label="Svar per part och kommun"
        data-rows={parties.length}
        data-columns={municipalities.length}
      >
        <thead>
          <tr>
            <th scope="col">Part</th>
            {municipalities.map((code) => (
              <th key={code} scope="col">
                {names[code] ?? code}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{parties.map(row)}</tbody>
      </table>
    </div>
  );
}
