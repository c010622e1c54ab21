/** Parties and municipalities as the sections go through them. */
import { PARTY_KINDS, type Instrument, type PartyKind } from "../../survey-definitions/codes.ts";
import type { Study } from "../../survey-definitions/study.ts";
import type { Dataset, Responses } from "../dataset.ts";
import { formatPeriod } from "../text/format.ts";
import { labelsOf, type Labels } from "./cells.ts";

export interface Place {
  readonly party: string;
  readonly kind: PartyKind;
  /** Index in `study.municipalities`. */
  readonly place: number;
  readonly municipality: string;
  /** Position of the answer in the responses of the questionnaire; −1 without an answer. */
  readonly row: number;
}

/** Several sections ask for the same places; the lists of a dataset are its own and never change. */
const known = new WeakMap<Study, { readonly responses: Int32Array | undefined; readonly places: readonly Place[] }>();

/** Every party × municipality that it covers, in the study's order, with its answer to the party questionnaire. */
export function partyPlaces(data: Dataset): readonly Place[] {
  const responses = data.responses.get("party")?.party;
  const before = known.get(data.study);
  if (before !== undefined && before.responses === responses) return before.places;
  const places = instrumentPlaces(data, "party");
  known.set(data.study, { responses, places });
  return places;
}

/** The same for another questionnaire with one answer a party and municipality; nothing is kept. */
export function instrumentPlaces(data: Dataset, instrument: Instrument): readonly Place[] {
  const { municipalities, parties } = data.study;
  const rows = answerRows(data.responses.get(instrument), parties.length, municipalities.length);
  const placeOf = new Map(municipalities.map((code, place) => [code, place]));
  const places: Place[] = [];
  parties.forEach(({ id, kind, municipalities: covered }, p) => {
    for (const municipality of covered) {
      const place = placeOf.get(municipality) ?? -1;
      places.push({ party: id, kind, place, municipality, row: rows[p * municipalities.length + place] ?? -1 });
    }
  });
  return places;
}

function answerRows(responses: Responses | undefined, parties: number, places: number): Int32Array {
  const rows = new Int32Array(parties * places).fill(-1);
  for (let i = 0; i < (responses?.n ?? 0); i++) {
    const [party, place] = [responses?.party[i] ?? -1, responses?.municipality[i] ?? -1];
    if (party >= 0 && place >= 0) rows[party * places + place] = i;
  }
  return rows;
}

/** The party kinds of a study, in the order of the code list. */
export function kindsOf(study: Study): readonly PartyKind[] {
  const present = new Set(study.parties.map(({ kind }) => kind));
  return PARTY_KINDS.map(({ code }) => code).filter((code) => present.has(code));
}

export const KIND_LABELS: Labels = labelsOf(PARTY_KINDS);

export const partyLabels = (study: Study): Labels =>
  Object.fromEntries(study.parties.map(({ id, name }) => [id, name]));

export const municipalityLabels = (data: Dataset): Labels =>
  Object.fromEntries(data.study.municipalities.map((code) => [code, data.municipalityNames.get(code) ?? code]));

/** "personer 16–25 år, 2026": whom and when the figures are about. */
export function groupAndPeriod({ target_group: group, reference_period: period }: Study): string {
  return `personer ${group.age_min}–${group.age_max} år, ${formatPeriod(period.from, period.to)}`;
}

export const periodOf = ({ reference_period: period }: Study): string => formatPeriod(period.from, period.to);

/** Whether a party has answered anything at all. */
export const hasPartyAnswers = (data: Dataset): boolean => (data.responses.get("party")?.n ?? 0) > 0;

/** Whether anybody at all has answered one of the questionnaires. */
export const hasAnswers = (data: Dataset, instruments: readonly Instrument[]): boolean =>
  instruments.some((instrument) => (data.responses.get(instrument)?.n ?? 0) > 0);
