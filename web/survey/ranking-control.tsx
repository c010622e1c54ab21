import type { QuestionRankingModel } from "survey-core";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { textOf } from "./choice-controls.tsx";
import type { ControlProps } from "./control.tsx";
import { choicesOf } from "./fields.ts";
import { useSession } from "./session.ts";

/**
 * A few put in order, best first. Buttons instead of dragging: they work with a keyboard, a thumb and a screen reader
 * alike (WCAG 2.5.7).
 */
export function RankingControl({ field, id }: ControlProps): ReactElement {
  const session = useSession();
  const question = field.question as QuestionRankingModel;
  const [said, setSaid] = useState("");
  const listRef = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (focusNext.current === undefined) return;
    listRef.current?.querySelector<HTMLElement>(`[data-move="${focusNext.current}"]`)?.focus();
    focusNext.current = undefined;
  });

  const choices = choicesOf(question);
  const ranked: readonly unknown[] = Array.isArray(question.value) ? question.value : [];
  const places = question.maxSelectedChoices > 0 ? question.maxSelectedChoices : choices.length;
  const nameOf = (value: unknown): string => {
    const item = choices.find((choice) => choice.value === value);
    return item === undefined ? String(value) : textOf(item);
  };
  const change = (next: readonly unknown[], sentence: string, focus: string | undefined): void => {
    focusNext.current = focus;
    setSaid(sentence);
    session.answer(question, next);
  };
  const swap = (from: number, to: number): void => {
    const next = [...ranked];
    [next[from], next[to]] = [next[to], next[from]];
    const isAtEnd = to === 0 || to === ranked.length - 1;
    const direction = to < from === isAtEnd ? "down" : "up";
    change(next, `${nameOf(ranked[from])} är nu nummer ${to + 1}.`, `${direction}-${to}`);
  };
  const left = choices.filter(({ value }) => !ranked.includes(value));

  return (
    <div ref={listRef}>
      {ranked.length > 0 && (
        <ol className="ranked">
          {ranked.map((value, i) => (
            <li key={String(value)}>
              <span className="rank numbers" aria-hidden="true">
                {i + 1}
              </span>
              <span className="ranked-name">{nameOf(value)}</span>
              <span className="ranked-moves">
                <Move
                  name={`up-${i}`}
                  sign="↑"
                  about={nameOf(value)}
                  does="Flytta upp"
                  isOff={i === 0}
                  onPress={() => swap(i, i - 1)}
                />
                <Move
                  name={`down-${i}`}
                  sign="↓"
                  about={nameOf(value)}
                  does="Flytta ned"
                  isOff={i === ranked.length - 1}
                  onPress={() => swap(i, i + 1)}
                />
                <Move
                  name={`out-${i}`}
                  sign="✕"
                  about={nameOf(value)}
                  does="Ta bort"
                  isOff={false}
                  onPress={() =>
                    change(
                      ranked.filter((other) => other !== value),
                      `${nameOf(value)} är borttagen.`,
                      "first",
                    )
                  }
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {ranked.length < places && left.length > 0 ? (
        <>
          <p className="rank-prompt">
            {ranked.length === 0 ? "Välj det viktigaste först:" : `Nummer ${ranked.length + 1}, om det finns en till:`}
          </p>
          <div className="choices choices-compact">
            {left.map((item, i) => (
              <button
                type="button"
                className="choice choice-button"
                id={i === 0 ? id : undefined}
                key={String(item.value)}
                data-move={i === 0 ? "first" : undefined}
                onClick={() =>
                  change([...ranked, item.value], `${textOf(item)} är nummer ${ranked.length + 1}.`, "first")
                }
              >
                {textOf(item)}
              </button>
            ))}
          </div>
        </>
      ) : (
        <p className="rank-prompt">Alla {ranked.length} platser är tagna. Ta bort något för att välja annat.</p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

interface MoveProps {
  readonly name: string;
  readonly sign: string;
  readonly does: string;
  readonly about: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

function Move({ name, sign, does, about, isOff, onPress }: MoveProps): ReactElement {
  return (
    <button
      type="button"
      className="move"
      data-move={name}
      disabled={isOff}
      onClick={onPress}
      aria-label={`${does}: ${about}`}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
