import { useId, useState, type DragEvent, type ReactElement } from "react";
import { sectionName } from "../../reports/section-groups.ts";
import type { PlannedSection } from "../../survey-definitions/wire.ts";
import { MarkdownField } from "./markdown-field.tsx";
import type { PlanConflict } from "./merge-plans.ts";

interface Props {
  readonly section: PlannedSection;
  /** Counted from 0; missing when the section is not in. */
  readonly place: number | undefined;
  /** How many are in. */
  readonly count: number;
  readonly conflicts: readonly PlanConflict[];
  /** Something is held over it. */
  readonly isOver: boolean;
  readonly onInclude: (isIn: boolean) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onWrite: (where: "before" | "after", text: string) => void;
  readonly onSettle: (place: string) => void;
  readonly onDrag: (id: string | undefined) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

const LABELS = { before: "Text före", after: "Text efter" } as const;

/** Which of the two texts are written: "text före och efter". */
function writtenWords({ before, after }: PlannedSection): string {
  const [first, last] = [before.trim() !== "", after.trim() !== ""];
  if (first && last) return "före och efter";
  return first ? "före" : last ? "efter" : "";
}

/** The two texts around a section. */
function OwnTexts({ section, conflicts, onWrite, onSettle }: Omit<Props, "place" | "count">): ReactElement {
  const { id } = section;
  return (
    <div className="own-texts">
      {(["before", "after"] as const).map((where) => (
        <MarkdownField
          key={where}
          label={`${LABELS[where]} ${sectionName(id).toLowerCase()}`}
          value={section[where]}
          conflict={conflicts.find(({ place }) => place === `${where}:${id}`)}
          onChange={(text) => onWrite(where, text)}
          onSettle={(theirs) => {
            if (theirs !== undefined) onWrite(where, theirs);
            onSettle(`${where}:${id}`);
          }}
        />
      ))}
    </div>
  );
}

interface MoveProps {
  readonly name: string;
  readonly step: -1 | 1;
  /** There is nowhere to move to. */
  readonly atEnd: boolean;
  readonly onMove: (step: -1 | 1) => void;
}

function MoveButton({ name, step, atEnd, onMove }: MoveProps): ReactElement {
  const words = step === -1 ? "Flytta upp" : "Flytta ner";
  return (
    <button
      type="button"
      className="move-button"
      data-step={step}
      aria-disabled={atEnd}
      aria-label={`${words}: ${name}`}
      title={words}
      onClick={() => onMove(step)}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d={step === -1 ? "M4 12.5l6-6 6 6" : "M4 7.5l6 6 6-6"}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
      </svg>
    </button>
  );
}

/** One section of the report in the list of the publication. */
export function PublishSection(props: Props): ReactElement {
  const { section, place, count, conflicts, isOver, onInclude, onMove, onDrag, onDragOver, onDrop } = props;
  const { id } = section;
  const name = sectionName(id);
  const isIn = place !== undefined;
  const only = isIn && count === 1;
  const help = useId();
  const [opened, setOpened] = useState(false);
  const disagreed = conflicts.some(({ place: at }) => at === `before:${id}` || at === `after:${id}`);
  const writing = isIn && (opened || disagreed);
  const written = writtenWords(section);
  const classes = [
    "publish-section",
    ...(isIn ? [] : ["publish-section-out"]),
    ...(isOver ? ["publish-section-over"] : []),
  ];
  return (
    <li className={classes.join(" ")} data-section={id} onDragOver={onDragOver} onDrop={onDrop}>
      <div className="publish-section-row">
        <span
          className="drag-handle"
          aria-hidden="true"
          title={isIn ? "Dra för att flytta" : undefined}
          draggable={isIn}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", name);
            onDrag(id);
          }}
          onDragEnd={() => onDrag(undefined)}
        />
        <label className="view publish-section-name">
          <input
            type="checkbox"
            checked={isIn}
            aria-disabled={only}
            aria-describedby={only ? help : undefined}
            onChange={(event) => onInclude(event.target.checked)}
          />
          {isIn && <span className="publish-section-place">{place + 1}.</span>}
          {name}
        </label>
        {isIn && (
          <>
            <button
              type="button"
              className="link-button publish-section-text"
              aria-expanded={writing}
              onClick={() => setOpened(!writing)}
            >
              Egen text<span className="visually-hidden"> till {name.toLowerCase()}</span>
              {written !== "" && <span className="tag tag-done">{written}</span>}
            </button>
            <span className="publish-section-moves">
              <MoveButton name={name} step={-1} atEnd={place === 0} onMove={onMove} />
              <MoveButton name={name} step={1} atEnd={place === count - 1} onMove={onMove} />
            </span>
          </>
        )}
      </div>
      {only && (
        <p className="help" id={help}>
          Minst ett avsnitt måste vara med.
        </p>
      )}
      {writing && <OwnTexts {...props} />}
    </li>
  );
}
