/** Answers of persons (staff, young people, guardians) by group: counts of those who answered are counts of people too. */
import type { Instrument } from "../../survey-definitions/codes.ts";
import { codeAt, type Dataset } from "../dataset.ts";
import type { PersonCell, Terms } from "./person-cells.ts";

export type Partition = "party" | "place" | "kind" | "role" | "role-place" | "all";

export interface CountedAnswers {
  /** What is counted: a column, or a name for several. */
  readonly what: string;
  readonly instrument: Instrument;
  readonly by: Partition;
  /** Answers that are counted; all unless stated. */
  readonly has?: (i: number) => boolean;
  /** No table shows the groups one by one. */
  readonly unseen?: true;
  /** How many of a group say something: shown where the group is, however few, unless it is all of them. */
  readonly mentions?: true;
}

/** What somebody says of himself, told from what his link says. */
export const said = (code: string): string => (code === "" ? "" : `?${code}`);

export class Contributors {
  readonly #cells = new Map<string, ReadonlyMap<string, PersonCell>>();
  readonly #data: Dataset;
  readonly everybody = new Set<PersonCell>();

  constructor(data: Dataset) {
    this.#data = data;
  }

  get all(): readonly PersonCell[] {
    return [...this.#cells.values()].flatMap((groups) => [...groups.values()]);
  }

  /**
   * The counts by group, as `party|municipality`, `|municipality`, `kind|`, `role|`, `role|municipality` or `|`. Staff without
   * a party or a municipality of their own who say which stand under `?kind` and `?municipality`.
   */
  by({ what, instrument, by, has, unseen, mentions }: CountedAnswers): ReadonlyMap<string, PersonCell> {
    const name = `${what}#${by}`;
    const before = this.#cells.get(name);
    if (before !== undefined) return before;
    const counts = new Map<string, number>();
    const n = this.#data.responses.get(instrument)?.n ?? 0;
    const groupOf = this.#groupOf(instrument, by);
    for (let i = 0; i < n; i++) {
      if (has?.(i) === false) continue;
      const group = groupOf(i);
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    const cells = new Map(
      [...counts].map(([group, value]): [string, PersonCell] => [
        group,
        {
          id: `${name}|${group}`,
          ...{ instrument, variable: what, base: "respondents", row: -1, value },
          ...(unseen === undefined ? {} : { unseen }),
          ...(mentions === undefined ? {} : { mentions }),
        },
      ]),
    );
    this.#cells.set(name, cells);
    return cells;
  }

  /** All of the groups for which it holds, together. */
  sum(counted: CountedAnswers, holds: (first: string, municipality: string) => boolean = () => true): Terms {
    return [...this.by(counted)].flatMap(([group, cell]) => {
      const [first = "", municipality = ""] = group.split("|");
      return holds(first, municipality) ? [[cell, 1] as const] : [];
    });
  }

  /** All of a group say the same. */
  allAlike(terms: Terms): void {
    for (const [cell] of terms) this.everybody.add(cell);
  }

  #groupOf(instrument: Instrument, by: Partition): (i: number) => string {
    const { study, responses } = this.#data;
    const answers = responses.get(instrument);
    const place = (i: number) => study.municipalities[answers?.municipality[i] ?? -1] ?? "";
    const party = (i: number) => study.parties[answers?.party[i] ?? -1];
    const column = answers?.columns.get("v_role");
    const role = (i: number) => (column?.kind === "single" ? (codeAt(column, i) ?? "") : "");
    const own = (name: string) => {
      const one = answers?.columns.get(name);
      return (i: number) => (one?.kind === "single" ? (codeAt(one, i) ?? "") : "");
    };
    const [ownKind, ownPlace] = [own("st_party"), own("st_area")];
    switch (by) {
      case "party":
        return (i) => `${party(i)?.id ?? said(ownKind(i))}|${place(i) === "" ? said(ownPlace(i)) : place(i)}`;
      case "place":
        return (i) => `|${place(i)}`;
      case "kind":
        return (i) => `${party(i)?.kind ?? ""}|`;
      case "role":
        return (i) => `${role(i)}|`;
      case "role-place":
        return (i) => `${role(i)}|${place(i)}`;
      case "all":
        return () => "|";
    }
  }
}
