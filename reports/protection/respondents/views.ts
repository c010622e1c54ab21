/** What staff, young people and guardians think: figures of a group, which stand or fall with how many are in it. */
import { textIn } from "../../charts/read-table.ts";
import { STEPS, type Step } from "../../../survey-definitions/codes.ts";
import { codeAt, type Dataset } from "../../dataset.ts";
import type { TableRow } from "../../section.ts";
import { count, follows, type Declarations } from "../claims.ts";
import type { Terms } from "../person-cells.ts";
import { coded, named, rated, staffAnswers } from "./counted.ts";
import { every, staffOfKind } from "./where.ts";

const EFFECTS: Readonly<Record<string, string>> = { staff: "st_effect", voice: "v_effect" };
const RATINGS = ["c1", "c2", "c3", "c4", "c5"];

/** All of the young and their guardians say the same. */
const isAlike = (row: TableRow, parts: readonly string[], n: unknown): boolean =>
  typeof n === "number" && n > 0 && parts.some((part) => row[part] === n);

export const interventionRespondents: Declarations = ({ data, contributors }) => ({
  effect: (row) => {
    const base = EFFECTS[textIn(row.group)];
    if (base === undefined) return {};
    const instrument = row.group === "staff" ? "staff" : "voice";
    const terms = contributors.sum(rated(data, instrument, `${base}.${textIn(row.intervention)}`, "place"));
    if (instrument === "voice" && isAlike(row, RATINGS, row.n)) contributors.allAlike(terms);
    const rest = [...RATINGS, "dont_know", "too_early", "net", "median"];
    return { n: count(terms), ...every(rest, follows(terms)) };
  },
  knowledge: ({ intervention }) => {
    const known = { ...named(data, "staff", "st_knows_iv", "place"), unseen: true as const };
    const there = placesWith(data, textIn(intervention));
    const [here, all] = [contributors.sum(known, (_, place) => there.has(place)), contributors.sum(known)];
    return { answers: count(here), know: follows(here), answers_all: count(all), know_all: follows(all) };
  },
});

/** Where a party says that the support exists. */
function placesWith({ study, responses }: Dataset, intervention: string): ReadonlySet<string> {
  const party = responses.get("party");
  const column = party?.columns.get(`iv_avail.${intervention}`);
  const places = new Set<string>();
  for (let i = 0; column?.kind === "single" && i < (party?.n ?? 0); i++) {
    const code = codeAt(column, i);
    if (code === "available" || code === "partly") places.add(study.municipalities[party?.municipality[i] ?? -1] ?? "");
  }
  return places;
}

export const gapRespondents: Declarations = ({ data, contributors }) => ({
  quadrants: ({ intervention, municipality, voice_net: net }) => {
    const of = (instrument: "staff" | "voice") =>
      contributors.sum(
        rated(data, instrument, `${EFFECTS[instrument] ?? ""}.${textIn(intervention)}`, "place"),
        (_, place) => place === municipality,
      );
    const [staff, voice] = [of("staff"), of("voice")];
    if (net === 100 || net === -100) contributors.allAlike(voice);
    return {
      staff_n: count(staff),
      staff_net: follows(staff),
      voice_n: count(voice),
      voice_net: follows(voice),
    };
  },
  missing_by_group: ({ group, intervention }) => {
    if (group !== "voice") return {};
    const answered = contributors.sum(named(data, "voice", "v_missing", "role"));
    const mentions = contributors.sum(named(data, "voice", "v_missing", "role", textIn(intervention)));
    return { answers: count(answered), n: follows(answered, mentions), share: follows(answered, mentions) };
  },
});

const VOICE_WAITS: Readonly<Record<string, string>> = {
  first_contact: "v_wait_first",
  intervention_start: "v_wait_support",
};

export const leadTimeRespondents: Declarations = (declared) => {
  const { data, contributors } = declared;
  const stated = (group: unknown, step: unknown, kind: unknown): Terms | undefined => {
    if (group === "staff")
      return contributors.sum(
        coded(data, "staff", `st_lt.${String(step)}`, "kind", BINS),
        (of) => of !== "" && (kind === "all" || of === kind),
      );
    const name = group === "voice" ? VOICE_WAITS[String(step)] : undefined;
    return name === undefined ? undefined : contributors.sum(coded(data, "voice", name, "role", BINS));
  };
  return {
    by_step: ({ group, step, party_kind: kind }) => {
      const terms = stated(group, step, kind);
      if (terms === undefined) return {};
      const asked =
        group !== "staff" ? [] : kind === "all" ? contributors.sum(staffAnswers) : staffOfKind(declared, kind);
      const times = ["median_low", "median_high", "within_norm", "possibly_within", "over_norm"];
      return {
        n: count(terms),
        ...every(times, follows(terms)),
        ...every(["dont_know", "not_applicable", "no_answer"], follows(terms, asked)),
      };
    },
    distribution: ({ group, step }) => {
      const terms = stated(group, step, "all");
      return terms === undefined ? {} : every(["from_days", "to_days", "mass"], follows(terms));
    },
    chain: ({ group, step }) => {
      if (group !== "staff") return {};
      const terms = stated(group, step, "all") ?? [];
      const before = STEPS.slice(0, STEPS.findIndex(({ code }) => code === step) + 1);
      const all = before.map(({ code }: { readonly code: Step }) => stated(group, code, "all") ?? []);
      return {
        n: count(terms),
        ...every(["median_low", "median_high"], follows(terms)),
        ...every(["sum_low", "sum_high", "steps"], follows(...all)),
      };
    },
  };
};

const BINS = ["d0", "d1_3", "d4_7", "d8_14", "d15_30", "d31_60", "d61_90", "d91_120", "d121_180", "d180_plus"];
