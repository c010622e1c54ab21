import { useState, useSyncExternalStore, type ReactElement } from "react";
import type { Question } from "survey-core";
import type { Choice } from "./save-state.ts";
import { Lines } from "./answer-summary.tsx";
import { titleOf } from "../survey/fields.ts";
import { linesOf } from "../survey/plain.ts";
import { useSession } from "../survey/session.ts";
import { PageHeading } from "./page-heading.tsx";
import type { Saver } from "./saver.ts";

/** Two people have changed the same questions: both versions side by side, and a choice for each. */
export function Compare({ saver }: { saver: Saver }): ReactElement {
  const { model } = useSession();
  const { conflict, current } = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const onDone = (): void => history.back();
  if (conflict === undefined) {
    return (
      <main className="page" id="main">
        <PageHeading>Det finns inget att välja mellan</PageHeading>
        <p className="actions">
          <button type="button" className="button" onClick={onDone}>
            Tillbaka
          </button>
        </p>
      </main>
    );
  }
  const isReady = conflict.conflicts.every((name) => choices[name] !== undefined);
  return (
    <main className="page" id="main">
      <PageHeading>Vilken version ska gälla?</PageHeading>
      <p className="lead">
        Medan du svarade ändrade någon annan med samma länk{" "}
        {conflict.conflicts.length === 1 ? "samma fråga" : "samma frågor"}. Båda versionerna finns kvar tills du har
        valt.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          saver.resolve(choices);
          onDone();
        }}
      >
        {conflict.conflicts.map((name) => (
          <ConflictChoice
            key={name}
            name={name}
            question={model.getQuestionByName(name) as Question | null}
            mine={current[name]}
            theirs={conflict.answers[name]}
            choice={choices[name]}
            onChoose={(choice) => setChoices({ ...choices, [name]: choice })}
          />
        ))}
        <p className="actions">
          <button type="submit" className="button" aria-disabled={!isReady}>
            {isReady ? "Använd det jag har valt" : "Välj vid varje fråga"}
          </button>
          <button type="button" className="button button-quiet" onClick={onDone}>
            Fortsätt svara, välj senare
          </button>
        </p>
      </form>
    </main>
  );
}

interface ConflictChoiceProps {
  readonly name: string;
  readonly question: Question | null;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function ConflictChoice({ name, question, mine, theirs, choice, onChoose }: ConflictChoiceProps): ReactElement {
  const canKeepBoth =
    question?.getType() === "comment" &&
    typeof mine === "string" &&
    typeof theirs === "string" &&
    mine !== "" &&
    theirs !== "";
  const option = (value: Choice, label: string, answer: unknown): ReactElement => (
    <label className="choice compare-choice">
      <input type="radio" name={`compare-${name}`} checked={choice === value} onChange={() => onChoose(value)} />
      <span>
        <strong>{label}</strong>
        <Version question={question} answer={answer} />
      </span>
    </label>
  );
  return (
    <fieldset className="field-block compare">
      <legend className="field-title">{question === null ? name : titleOf(question)}</legend>
      <div className="compare-versions">
        {option("mine", "Din version", mine)}
        {option("theirs", "Den andras version", theirs)}
        {canKeepBoth && option("both", "Båda, efter varandra", `${String(theirs)}\n${String(mine)}`)}
      </div>
    </fieldset>
  );
}

function Version({ question, answer }: { question: Question | null; answer: unknown }): ReactElement {
  const lines = question === null ? [] : linesOf(question, answer);
  return lines.length === 0 ? <span className="soft"> (inget svar)</span> : <Lines lines={lines} />;
}
