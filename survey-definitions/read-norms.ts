/** The norms of a study file: how long a step may take. */
import { PARTY_KINDS, STEPS } from "./codes.ts";
import { join, type StudyReader } from "./study-reader.ts";
import type { Norm } from "./study.ts";

export function readNorms(reader: StudyReader, value: unknown): readonly Norm[] {
  return (reader.list(value, "norms", 0) ?? []).flatMap((entry, i): Norm[] => {
    const field = `norms[${i}]`;
    const norm = reader.fields(entry, field, ["step", "party_kind", "days", "source", "valid_from"]);
    if (!norm) return [];
    const step = reader.oneOf(
      norm["step"],
      join(field, "step"),
      STEPS.map(({ code }) => code),
    );
    const given = norm["party_kind"] ?? undefined;
    const kinds = PARTY_KINDS.map(({ code }) => code);
    const kind = given === undefined ? undefined : reader.oneOf(given, join(field, "party_kind"), kinds);
    const days = reader.whole(norm["days"], join(field, "days"), 0, 36_600);
    const source = reader.text(norm["source"], join(field, "source"));
    const valid_from = reader.date(norm["valid_from"], join(field, "valid_from"));
    if (step === undefined || days === undefined || source === undefined || valid_from === undefined) return [];
    return [{ step, ...(kind === undefined ? {} : { party_kind: kind }), days, source, valid_from }];
  });
}
