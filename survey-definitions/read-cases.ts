/** The fictional cases of a study file. */
import { join, type StudyReader } from "./study-reader.ts";
import type { Case, Stage } from "./study.ts";

/** Every problem names its field; ids of cases differ, and the stages of a case are numbered from 1 on. */
export function readCases(reader: StudyReader, value: unknown): readonly Case[] {
  const ids: (string | undefined)[] = [];
  const cases = (reader.list(value, "cases", 1) ?? []).flatMap((entry, i): Case[] => {
    const field = `cases[${i}]`;
    const story = reader.fields(entry, field, ["id", "version", "title", "persons", "stages"]);
    if (!story) return [];
    const id = reader.id(story["id"], join(field, "id"));
    ids[i] = id;
    const version = reader.whole(story["version"], join(field, "version"), 1, 10_000);
    const title = reader.text(story["title"], join(field, "title"));
    const persons = readPersons(reader, story["persons"], join(field, "persons"));
    const stages = readStages(reader, story["stages"], join(field, "stages"));
    if (id === undefined || version === undefined || title === undefined) return [];
    return [{ id, version, title, persons, stages }];
  });
  reader.distinct([...ids], (i) => `cases[${i}].id`);
  return cases;
}

function readPersons(reader: StudyReader, value: unknown, field: string): Case["persons"] {
  const roles: (string | undefined)[] = [];
  const persons = (reader.list(value, field, 1) ?? []).flatMap((entry, i) => {
    const at = `${field}[${i}]`;
    const person = reader.fields(entry, at, ["role", "description"]);
    if (!person) return [];
    const role = reader.text(person["role"], join(at, "role"));
    const description = reader.text(person["description"], join(at, "description"));
    roles[i] = role;
    return role === undefined || description === undefined ? [] : [{ role, description }];
  });
  reader.distinct([...roles], (i) => `${field}[${i}].role`);
  return persons;
}

function readStages(reader: StudyReader, value: unknown, field: string): readonly Stage[] {
  return (reader.list(value, field, 1) ?? []).flatMap((entry, i): Stage[] => {
    const at = `${field}[${i}]`;
    const stage = reader.fields(entry, at, ["no", "title", "text", "age"]);
    if (!stage) return [];
    const no = reader.whole(stage["no"], join(at, "no"), i + 1, i + 1);
    const title = reader.text(stage["title"], join(at, "title"));
    const text = reader.text(stage["text"], join(at, "text"));
    const age = reader.whole(stage["age"], join(at, "age"), 0, 120);
    if (no === undefined || title === undefined || text === undefined || age === undefined) return [];
    return [{ no, title, text, age }];
  });
}
