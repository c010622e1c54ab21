/** What a finding rests on: questionnaires, who answered them, and when. All of it from the document's own tables. */
import type { FieldedDefinition } from "../../reports/dataset.ts";
import type { ReportDocument } from "../../reports/publication/publication.ts";
import type { Table, TableRow } from "../../reports/section.ts";
import { sections as knownSections } from "../../reports/sections/index.ts";
import { formatNumber, formatPercent, formatPeriod } from "../../reports/text/format.ts";
import { definitionOf } from "../../survey-definitions/instruments.ts";

/** The fielded questionnaires with a question that the section reads; all of them where it counts answers as such. */
export function definitionsBehind(document: ReportDocument, section: string): readonly FieldedDefinition[] {
  const reads = knownSections.find(({ id }) => id === section)?.reads ?? [];
  if (reads.length === 0 || section === "methods") return document.definitions;
  return document.definitions.filter(({ instrument, version }) => {
    const dictionary = definitionOf(instrument, version)?.dictionary ?? {};
    return reads.some((name) => Object.hasOwn(dictionary, name));
  });
}

const tableOf = ({ sections }: ReportDocument, section: string, table: string): Table | undefined =>
  sections.find(({ id }) => id === section)?.tables.find(({ id }) => id === table);

const isCount = (cell: TableRow[string] | undefined): cell is number => typeof cell === "number";

/**
 * A line for each questionnaire behind a finding: "Parternas formulär: 15 av 18 har svarat (83 %), 10 oktober–6 november
 * 2026." Empty where the document does not say who answered.
 */
export function whoAnswered(document: ReportDocument, definitions: readonly FieldedDefinition[]): readonly string[] {
  const rates = tableOf(document, "coverage", "rates");
  const answers = tableOf(document, "methods", "answers");
  const instruments = new Set<string>(definitions.map(({ instrument }) => instrument));
  return (rates?.rows ?? []).flatMap((row) => {
    const { instrument, expected, answered, rate } = row;
    if (typeof instrument !== "string" || !instruments.has(instrument)) return [];
    if (!isCount(expected) || !isCount(answered)) return [];
    const name = rates?.labels["instrument"]?.[instrument] ?? instrument;
    const share = isCount(rate) ? ` (${formatPercent(rate)})` : "";
    const sent = answers?.rows.find((one) => one["instrument"] === instrument);
    return `${name}: ${formatNumber(answered)} av ${formatNumber(expected)} har svarat${share}${sentText(sent, answered)}.`;
  });
}

function sentText(sent: TableRow | undefined, answered: number): string {
  const { responses, first, last } = sent ?? {};
  const many = isCount(responses) && responses > answered ? `, ${formatNumber(responses)} svar` : "";
  if (typeof first !== "string" || typeof last !== "string") return many;
  return `${many}, ${formatPeriod(first, last)}`;
}
