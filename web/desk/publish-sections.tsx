import { useLayoutEffect, useRef, useState, type DragEvent, type ReactElement } from "react";
import { sectionName } from "../../reports/section-groups.ts";
import type { PlanConflict } from "./merge-plans.ts";
import {
  listedSections,
  moveTo,
  plannedSections,
  takeIn,
  takeOut,
  writeAt,
  type EditedPlan,
} from "./publication-plan.ts";
import { PublishSection } from "./publish-section.tsx";

interface Props {
  readonly plan: EditedPlan;
  readonly conflicts: readonly PlanConflict[];
  readonly onChange: (plan: EditedPlan) => void;
  readonly onSettle: (place: string) => void;
}

/** What just happened to the list, for whoever does not see it. */
interface Moved {
  readonly id: string;
  readonly step: -1 | 1;
  readonly words: string;
}

/** The sections of the publication: which, in what order, and with which words around them. */
export function PublishSections({ plan, conflicts, onChange, onSettle }: Props): ReactElement {
  const [moved, setMoved] = useState<Moved>();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const listed = listedSections(plan);
  const included = plannedSections(plan);

  // A row that changes its place lets go of the focus: it goes back to the button that moved it.
  useLayoutEffect(() => {
    if (moved === undefined) return;
    const row = list.current?.querySelector(`[data-section="${moved.id}"]`);
    row?.querySelector<HTMLElement>(`[data-step="${moved.step}"]`)?.focus();
  }, [moved]);

  const move = (id: string, place: number, step: -1 | 1): void => {
    const to = Math.min(Math.max(place, 0), included.length - 1);
    if (included[to]?.id === id) return;
    onChange(moveTo(plan, id, to));
    setMoved({ id, step, words: `${sectionName(id)} är nu nummer ${to + 1} av ${included.length}.` });
  };
  const drop = (event: DragEvent, place: number): void => {
    event.preventDefault();
    if (dragged !== undefined) onChange(moveTo(plan, dragged, place));
    setOver(undefined);
    setDragged(undefined);
  };
  return (
    <>
      {conflicts.some(({ place }) => place === "sections") && (
        <p className="notice notice-attention" role="alert">
          Någon annan har också ändrat urvalet eller ordningen. Din gäller.{" "}
          <button type="button" className="link-button" onClick={() => onSettle("sections")}>
            Bra
          </button>
        </p>
      )}
      <p role="status" className="visually-hidden">
        {moved?.words}
      </p>
      <ol ref={list} className="publish-sections">
        {listed.map(({ section, place }) => (
          <PublishSection
            key={section.id}
            section={section}
            place={place}
            count={included.length}
            conflicts={conflicts}
            isOver={over === section.id && dragged !== section.id}
            onInclude={(isIn) => onChange(isIn ? takeIn(plan, section.id) : takeOut(plan, section.id))}
            onMove={(step) => move(section.id, (place ?? 0) + step, step)}
            onWrite={(where, text) => onChange(writeAt(plan, section.id, where, text))}
            onSettle={onSettle}
            onDrag={setDragged}
            onDragOver={(event) => {
              if (dragged === undefined || place === undefined) return;
              event.preventDefault();
              setOver(section.id);
            }}
            onDrop={(event) => drop(event, place ?? 0)}
          />
        ))}
      </ol>
    </>
  );
}
