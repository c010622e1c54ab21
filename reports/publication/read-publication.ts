/** Reads back what a publication was written as: from the store, from an archive, from a file somebody brings. */
import { INSTRUMENTS, MISSING_REASONS } from "../../survey-definitions/codes.ts";
import type { FieldedDefinition } from "../dataset.ts";
import type { AuditSummary, ProtectionProtocol, TableProtection } from "../protection/protocol.ts";
import type { Report, SectionReport } from "../report.ts";
import type { Table, TableCell, TableColumn } from "../section.ts";
import {
  count,
  either,
  isoDate,
  list,
  number,
  oneOf,
  optional,
  record,
  sha256,
  shape,
  ShapeError,
  text,
  truth,
  type Check,
} from "./check-json.ts";
import type {
  ChangesSince,
  DocumentSection,
  PlaceSection,
  Publication,
  PublicationBasis,
  SectionChanges,
  TableChanges,
  Unmarked,
} from "./publication.ts";

/** What is read is no publication; `code` is a word that never changes. */
export class PublicationFormatError extends Error {
  override readonly name = "PublicationFormatError";
  /** `unknown-format`: of a later version of the program. `not-protected`: without a passed audit. */
  readonly code: "not-a-publication" | "unknown-format" | "not-protected";

  constructor(code: PublicationFormatError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

const cell: Check<TableCell> = (value, path) => {
  if (typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "object") missing(value, path);
  else number(value, path);
};
const missing: Check<{ missing: (typeof MISSING_REASONS)[number] }> = shape({ missing: oneOf(...MISSING_REASONS) });

const columns: Check<Table["columns"]> = list(shape<TableColumn>({ key: text, label: text, unit: text }));
const labels: Check<Table["labels"]> = record(record(text));

const tableShape: Check<Table> = shape<Table>({
  id: text,
  title: text,
  columns,
  rows: list(record(cell)),
  notes: list(text),
  labels,
});

/** With a cell for every column and no other. */
const table: Check<Table> = (value, path) => {
  tableShape(value, path);
  const keys = new Set(value.columns.map(({ key }) => key));
  value.rows.forEach((row, i) => {
    const own = Object.keys(row);
    if (own.length !== keys.size || !own.every((key) => keys.has(key)))
      throw new ShapeError(`${path}.rows[${i}]`, "a row with a cell for every column");
  });
};

const charts: Check<SectionReport["charts"]> = list(shape({ id: text, title: text, description: text }));

const section: Check<DocumentSection> = shape<DocumentSection>({
  id: text,
  question: text,
  status: oneOf("ok", "no-answers", "too-few", "failed"),
  method: text,
  sentences: list(text),
  tables: list(table),
  charts,
  before: text,
  after: text,
});

const study: Check<Report["study"]> = shape<Report["study"]>({
  id: text,
  title: text,
  target_group: shape<Report["study"]["target_group"]>({ age_min: count, age_max: count, description: text }),
  reference_period: shape({ from: isoDate, to: isoDate }),
  municipalities: list(shape({ code: text, name: text })),
  parties: list(shape({ id: text, name: text, kind: text })),
  suppression_threshold: count,
  invented: truth,
});

const protection: Check<ProtectionProtocol> = shape<ProtectionProtocol>({
  threshold: count,
  protection: count,
  freeTexts: truth,
  method: oneOf("optimal", "heuristic", "none-needed"),
  audit: shape<AuditSummary>({
    passed: truth,
    cells: count,
    relations: count,
    primary: count,
    secondary: count,
    attacked: count,
    narrowest: optional(count),
    earlier: count,
  }),
  tables: list(shape<TableProtection>({ section: text, table: text, hidden: count, cells: count })),
});

const changes: Check<ChangesSince> = shape<ChangesSince>({
  number: count,
  date: isoDate,
  sections: list(
    shape<SectionChanges>({
      id: text,
      status: oneOf("new", "removed", "changed"),
      before: optional(text),
      now: optional(text),
      tables: list(
        shape<TableChanges>({
          id: text,
          title: text,
          added: count,
          removed: count,
          changed: count,
          examples: list(shape({ row: text, column: text, before: text, now: text })),
        }),
      ),
    }),
  ),
});

const publication: Check<Unmarked<Publication>> = shape<Unmarked<Publication>>({
  kind: oneOf("publication"),
  format: oneOf(1),
  title: text,
  date: isoDate,
  number: count,
  introduction: text,
  conclusion: text,
  study,
  definitions: list(shape<FieldedDefinition>({ instrument: oneOf(...INSTRUMENTS), version: count, sha256 })),
  protection,
  sections: list(section),
  places: record(list(shape<PlaceSection>({ id: text, sentences: list(text), charts }))),
  basis: shape<PublicationBasis>({
    program: text,
    dataset: sha256,
    responses: record(count),
    previous: either(oneOf(""), sha256),
  }),
  changes: optional(changes),
});

/**
 * The very object that was read, with the mark of a publication. That its figures are protected is believed of what says
 * so and has the whole shape: who can write such a file had the figures already.
 *
 * @throws {PublicationFormatError}
 */
export function readPublication(json: unknown): Publication {
  const { kind, format } = typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
  if (kind !== "publication")
    throw new PublicationFormatError("not-a-publication", "Det här är ingen publicerad rapport.");
  if (format !== 1)
    throw new PublicationFormatError(
      "unknown-format",
      "Rapporten har ett format som programmet inte känner till. Den kan komma från en senare version.",
    );
  try {
    publication(json, "");
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new PublicationFormatError("not-a-publication", `Rapporten är skadad (${error.message}).`);
  }
  if (!json.protection.audit.passed)
    throw new PublicationFormatError("not-protected", "Rapportens små tal är inte granskade och får inte visas.");
  return json as Publication;
}
