/** The study file: from JSON of unknown shape to a study, or everything that is wrong with it. */
import { INSTRUMENTS, PARTY_KINDS, PROBLEM_DOMAINS, type Category } from "./codes.ts";
import { DEFINITIONS, definitionOf, newestVersion } from "./instruments.ts";
import type { Problem } from "./problem.ts";
import { quoted } from "./problem-messages.ts";
import { readBudget } from "./read-budget.ts";
import { readCases } from "./read-cases.ts";
import { readNorms } from "./read-norms.ts";
import { StudyReader, join } from "./study-reader.ts";
import type { Assignment, Case, Norm, Party, Study } from "./study.ts";

/** What a study has when its file says nothing else. */
export interface StudyDefaults {
  readonly interventions: readonly Category[];
  readonly norms: readonly Norm[];
  /** Cases for a study that fields the `case` instrument and brings none of its own. */
  readonly cases?: readonly Case[];
  /** Names by code. When given, a municipality that is not among them is refused. */
  readonly municipalityNames?: ReadonlyMap<string, string>;
}

const FIELDS = [
  "id",
  "title",
  "target_group",
  "reference_period",
  "municipalities",
  "parties",
  "interventions",
  "problem_domains",
  "instruments",
  "cases",
  "suppression_threshold",
  "norms",
  "budget",
  "invented",
] as const;

/**
 * Reads a study file strictly: every problem names its field (`parties[2].kind`), and an unknown field is a problem.
 *
 * Party municipalities come back in the order of the study. Without `instruments` the newest `party` and `staff` that
 * exist are taken. Never throws.
 */
export function parseStudy(
  input: unknown,
  defaults: StudyDefaults,
): { study: Study; problems?: never } | { problems: readonly Problem[]; study?: never } {
  const reader = new StudyReader();
  const file = reader.fields(input, "", FIELDS);
  if (!file) return { problems: reader.problems };
  const id = reader.id(file["id"], "id");
  const title = reader.text(file["title"], "title");
  const targetGroup = readTargetGroup(reader, file["target_group"]);
  const period = readPeriod(reader, file["reference_period"]);
  const municipalities = readMunicipalities(reader, file["municipalities"], "municipalities", defaults);
  const parties = readParties(reader, file["parties"], municipalities);
  const interventions = readCategories(reader, file["interventions"], "interventions", defaults.interventions);
  const domains = readCategories(reader, file["problem_domains"], "problem_domains", PROBLEM_DOMAINS);
  const instruments = readInstruments(reader, file["instruments"]);
  const threshold = file["suppression_threshold"];
  const suppression = threshold === undefined ? 5 : reader.whole(threshold, "suppression_threshold", 1, 100);
  const norms = file["norms"] === undefined ? defaults.norms : readNorms(reader, file["norms"]);
  const ownCases = file["cases"] === undefined ? [] : file["cases"];
  const hasNone = Array.isArray(ownCases) && ownCases.length === 0;
  const cases = hasNone ? casesOf(reader, instruments, defaults) : readCases(reader, ownCases);
  const budget = file["budget"] === undefined ? undefined : readBudget(reader, file["budget"]);
  const invented = reader.flag(file["invented"], "invented");
  if (reader.problems.length > 0) return { problems: reader.problems };
  if (!id || !title || !targetGroup || !period || !municipalities || suppression === undefined)
    throw new Error("a field of the study is missing, and no problem says so");
  return {
    study: {
      id,
      title,
      target_group: targetGroup,
      reference_period: period,
      municipalities,
      parties,
      interventions,
      problem_domains: domains,
      instruments,
      suppression_threshold: suppression,
      norms,
      ...(cases === undefined ? {} : { cases }),
      ...(budget === undefined ? {} : { budget }),
      invented,
    },
  };
}

/**
 * Who is asked what: `party`, `staff` and `case` of every party in every municipality that it covers, `voice` of every
 * municipality, `follow-up` of the study as a whole. In the order of instruments, parties and municipalities.
 */
export function assignmentsOf(study: Study): Assignment[] {
  return study.instruments.flatMap(({ instrument }): Assignment[] => {
    if (instrument === "follow-up") return [{ instrument }];
    if (instrument === "voice") return study.municipalities.map((municipality) => ({ instrument, municipality }));
    return study.parties.flatMap(({ id, municipalities }) =>
      municipalities.map((municipality) => ({ instrument, party: id, municipality })),
    );
  });
}

function readTargetGroup(reader: StudyReader, value: unknown): Study["target_group"] | undefined {
  const group = reader.fields(value, "target_group", ["age_min", "age_max", "description"]);
  if (!group) return undefined;
  const age_min = reader.whole(group["age_min"], "target_group.age_min", 0, 120);
  const age_max = reader.whole(group["age_max"], "target_group.age_max", 0, 120);
  const description = reader.text(group["description"], "target_group.description");
  if (age_min === undefined || age_max === undefined || description === undefined) return undefined;
  if (age_min > age_max)
    return reader.refuse(
      "target_group.age_min",
      "low-above-high",
      `Lägsta ålder (${age_min}) är högre än högsta ålder (${age_max}). Byt plats på dem.`,
    );
  return { age_min, age_max, description };
}

function readPeriod(reader: StudyReader, value: unknown): Study["reference_period"] | undefined {
  const period = reader.fields(value, "reference_period", ["from", "to"]);
  if (!period) return undefined;
  const from = reader.date(period["from"], "reference_period.from");
  const to = reader.date(period["to"], "reference_period.to");
  if (from === undefined || to === undefined) return undefined;
  if (from > to)
    return reader.refuse(
      "reference_period.from",
      "low-above-high",
      `Perioden börjar ${from} men slutar före det, ${to}. Byt plats på datumen eller rätta det som är fel.`,
    );
  return { from, to };
}

function readMunicipalities(
  reader: StudyReader,
  value: unknown,
  field: string,
  { municipalityNames }: Pick<StudyDefaults, "municipalityNames">,
): readonly string[] | undefined {
  const before = reader.problems.length;
  const list = reader.list(value, field, 1);
  if (!list) return undefined;
  const codes = list.map((code, i) => {
    const at = `${field}[${i}]`;
    if (typeof code !== "string" || !/^\d{4}$/.test(code))
      return reader.refuse(
        at,
        "bad-format",
        `Fältet ”${at}” måste vara en kommunkod med fyra siffror inom citattecken, till exempel "1492". Där står ${quoted(code)}.`,
      );
    if (municipalityNames && !municipalityNames.has(code))
      return reader.refuse(
        at,
        "unknown-reference",
        `Det finns ingen kommun med koden ${quoted(code)} (”${at}”). Kontrollera den mot SCB:s lista över kommunkoder.`,
      );
    return code;
  });
  reader.distinct(codes, (i) => `${field}[${i}]`);
  return reader.problems.length > before ? undefined : codes.filter((code) => code !== undefined);
}

/** Without the municipalities of the study (which had problems of their own) those of parties are not compared. */
function readParties(reader: StudyReader, value: unknown, ofStudy: readonly string[] | undefined): readonly Party[] {
  const list = reader.list(value, "parties", 1) ?? [];
  const ids: (string | undefined)[] = [];
  const parties = list.flatMap((entry, i): Party[] => {
    const field = `parties[${i}]`;
    const party = reader.fields(entry, field, ["id", "kind", "name", "municipalities"]);
    if (!party) return [];
    const id = reader.id(party["id"], join(field, "id"));
    ids[i] = id;
    const kind = reader.oneOf(
      party["kind"],
      join(field, "kind"),
      PARTY_KINDS.map(({ code }) => code),
    );
    const name = reader.text(party["name"], join(field, "name"));
    const covered = readMunicipalities(reader, party["municipalities"], join(field, "municipalities"), {}) ?? [];
    for (const code of covered.filter((candidate) => ofStudy?.includes(candidate) === false))
      reader.refuse(
        join(field, "municipalities"),
        "unknown-reference",
        `Parten ${quoted(name ?? id ?? field)} har kommunen ”${code}”, som inte finns i studiens ”municipalities”. Lägg till kommunen där eller ta bort den här.`,
      );
    if (id === undefined || kind === undefined || name === undefined) return [];
    return [{ id, kind, name, municipalities: (ofStudy ?? []).filter((code) => covered.includes(code)) }];
  });
  reader.distinct([...ids], (i) => `parties[${i}].id`);
  return parties;
}

/** Codes that are answers of their own in the questionnaires: no intervention or domain may be called so. */
const RESERVED = [
  "dont_know",
  "not_applicable",
  "too_early",
  "cannot_state",
  "not_answered",
  "not_asked",
  "suppressed",
  "no_action",
];

function readCategories(
  reader: StudyReader,
  value: unknown,
  field: string,
  otherwise: readonly Category[],
): readonly Category[] {
  if (value === undefined) return otherwise;
  const codes: (string | undefined)[] = [];
  const categories = (reader.list(value, field, 1) ?? []).flatMap((entry, i): Category[] => {
    const at = `${field}[${i}]`;
    const category = reader.fields(entry, at, ["code", "label"]);
    if (!category) return [];
    const code = reader.id(category["code"], join(at, "code"));
    const label = reader.text(category["label"], join(at, "label"));
    codes[i] = code;
    if (code !== undefined && RESERVED.includes(code))
      reader.refuse(join(at, "code"), "duplicate", `Koden ”${code}” betyder redan något annat. Välj en annan kod.`);
    return code === undefined || label === undefined ? [] : [{ code, label }];
  });
  reader.distinct([...codes], (i) => `${field}[${i}].code`);
  return categories;
}

function readInstruments(reader: StudyReader, value: unknown): Study["instruments"] {
  if (value === undefined)
    return (["party", "staff"] as const).flatMap((instrument) => {
      const version = newestVersion(instrument);
      return version === undefined ? [] : [{ instrument, version }];
    });
  const instruments = (reader.list(value, "instruments", 1) ?? []).flatMap((entry, i) => {
    const field = `instruments[${i}]`;
    const fields = reader.fields(entry, field, ["instrument", "version"]);
    if (!fields) return [];
    const instrument = reader.oneOf(fields["instrument"], join(field, "instrument"), INSTRUMENTS);
    const version = reader.whole(fields["version"], join(field, "version"), 1, 10_000);
    if (instrument === undefined || version === undefined) return [];
    if (!definitionOf(instrument, version)) {
      const known = DEFINITIONS.map((definition) => `${definition.instrument} ${definition.version}`).join(", ");
      reader.refuse(
        join(field, "version"),
        "unknown-version",
        `Formuläret ${instrument} version ${version} finns inte i den här installationen. De som finns är: ${known}.`,
      );
    }
    return [{ instrument, version }];
  });
  reader.distinct(
    instruments.map(({ instrument }) => instrument),
    (i) => `instruments[${i}]`,
  );
  return instruments;
}

/** A study that tells no stories needs no cases; one that does has those of the installation. */
function casesOf(
  reader: StudyReader,
  instruments: Study["instruments"],
  { cases }: StudyDefaults,
): readonly Case[] | undefined {
  if (!instruments.some(({ instrument }) => instrument === "case")) return undefined;
  if (cases !== undefined && cases.length > 0) return cases;
  return reader.refuse(
    "cases",
    "required",
    "Studien använder formuläret case, men har inga fall. Lägg till fältet ”cases” med minst ett fall, eller ta bort formuläret.",
  );
}
