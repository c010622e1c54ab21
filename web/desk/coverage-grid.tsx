import { useState, type KeyboardEvent, type ReactElement } from "react";
import type { Party } from "../../survey-definitions/study.ts";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { cellWords } from "./cell-words.ts";
import { countStatuses, type CoverageIndex, type KindGroup } from "./coverage-model.ts";
import { StatusMark } from "./status-mark.tsx";

interface Props {
  readonly groups: readonly KindGroup[];
  readonly municipalities: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly index: CoverageIndex;
  readonly onOpen: (cell: CoverageCell) => void;
}

/** From so many rows on, the grid scrolls under its own head. */
const TALL = 16;

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
  const label = cellWords(cell);
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
  // Where most kinds have one party, its name says the kind.
  const grouped = groups.length > 1 && parties.length >= 2 * groups.length;
  const positions = new Map(parties.map(({ id }, position) => [id, position]));
  return (
    <div className={parties.length > TALL ? "grid-scroll grid-tall" : "grid-scroll"}>
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
        {groups.map((group) => (
          <tbody key={group.kind}>
            {grouped && (
              <tr className="grid-kind">
                <th scope="rowgroup" colSpan={municipalities.length + 1}>
                  <KindHeading group={group} index={index} municipalities={municipalities} />
                </th>
              </tr>
            )}
            {group.parties.map((party) => row(party, positions.get(party.id) ?? 0))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface HeadingProps {
  readonly group: KindGroup;
  readonly index: CoverageIndex;
  readonly municipalities: readonly string[];
}

function KindHeading({ group, index, municipalities }: HeadingProps): ReactElement {
  const cells = index.of(group.parties, municipalities);
  return (
    <>
      {group.label}{" "}
      <span className="soft numbers">
        {countStatuses(cells).answered} av {cells.length}
      </span>
    </>
  );
}
