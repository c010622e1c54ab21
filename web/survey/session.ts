/** One model on the page: tells React when to draw again, and holds what is wrong where somebody has been. */
import type { Model, Question } from "survey-core";
import { createContext, useContext, useSyncExternalStore } from "react";
import { identityProblemOf, problemOf } from "./check.ts";
import { fieldsOf, type Field } from "./fields.ts";
import { readNumber } from "./number-text.ts";

export interface FieldProblem {
  readonly field: Field;
  readonly message: string;
}

export class SurveySession {
  readonly model: Model;
  #version = 0;
  #problems: ReadonlyMap<string, string> = new Map();
  readonly #visited = new Set<string>();
  readonly #unread = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  /** Called after a change that somebody made on the page. */
  onEdit: () => void = () => {};

  constructor(model: Model) {
    this.model = model;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;

  problem(key: string): string | undefined {
    return this.#problems.get(key);
  }

  /** Sets a value as the person at the page; an empty one takes the answer away. */
  answer(question: Question, value: unknown): void {
    if (isNothing(value)) question.clearValue();
    else question.value = value;
    this.#refresh();
    this.onEdit();
  }

  /**
   * Sets a number as it is written. A text that is no number is kept here, to be shown and complained about, and is no
   * answer: SurveyJS would throw it away.
   */
  write(field: Field, text: string): void {
    const value = readNumber(text);
    if (typeof value === "string") this.#unread.set(field.key, value);
    else this.#unread.delete(field.key);
    this.answer(field.question, typeof value === "string" ? undefined : value);
  }

  /** What stands in a number field without being a number. */
  unread(key: string): string | undefined {
    return this.#unread.get(key);
  }

  /** The person has left the field: from now on it may be told what is wrong with it. */
  visit(key: string): void {
    this.#visited.add(key);
    this.#refresh();
  }

  /** Puts in values that came from elsewhere, without asking or telling anybody. */
  apply(values: Readonly<Record<string, unknown>>, names: readonly string[]): void {
    for (const name of names) {
      if (values[name] === undefined) this.model.clearValue(name);
      else this.model.setValue(name, structuredClone(values[name]));
    }
    this.#refresh();
  }

  /** Everything that is wrong in these questions. Changes nothing, so that it can be asked while the page is drawn. */
  find(questions: readonly Question[]): readonly FieldProblem[] {
    return questions.flatMap(fieldsOf).flatMap((field) => {
      const message = problemOf(field, this.#unread.get(field.key));
      return message === undefined ? [] : [{ field, message }];
    });
  }

  /** The same, and from now on it is shown beside them. */
  check(questions: readonly Question[]): readonly FieldProblem[] {
    for (const { key } of questions.flatMap(fieldsOf)) this.#visited.add(key);
    this.#refresh();
    return this.find(questions);
  }

  /** Shows messages that came from the server at their fields, until the field changes. */
  tell(messages: ReadonlyMap<string, string>): void {
    this.#problems = new Map([...this.#problems, ...messages]);
    this.#announce();
  }

  /** Takes those messages away again. */
  untell(): void {
    this.#refresh();
  }

  #refresh(): void {
    const problems = new Map<string, string>();
    for (const question of this.model.getAllQuestions()) {
      if (!question.isVisible) continue;
      for (const field of fieldsOf(question)) {
        const unread = this.#unread.get(field.key);
        const message = this.#visited.has(field.key) ? problemOf(field, unread) : identityProblemOf(field, unread);
        if (message !== undefined) problems.set(field.key, message);
      }
    }
    this.#problems = problems;
    this.#announce();
  }

  #announce(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

export const SessionContext = createContext<SurveySession | null>(null);

/** The session, drawn anew whenever something in it changes. */
export function useSession(): SurveySession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession needs a SessionContext");
  useSyncExternalStore(session.subscribe, session.version);
  return session;
}
