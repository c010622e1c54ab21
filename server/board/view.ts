/** How one reader meets a document: where it stands, what may be taken along, and which municipality is chosen. */
export interface BoardView {
  /** "/rapport/TOKEN". */
  readonly address: string;
  /** "/api/published/TOKEN". */
  readonly files: string;
  /** Code of the municipality that the reader has chosen; one that the study does not have counts as none. */
  readonly municipality?: string;
  readonly download: boolean;
  /** A publication that has not been published yet. */
  readonly preview: boolean;
  /** "https://HOST", where a chart may stand on another site's page; otherwise no code for that is offered. */
  readonly embedOrigin?: string;
  /** What the built page has in its head: `boardShell`. */
  readonly head: string;
}

/** A view, or what is known of one when the document is a file of its own: no addresses lead from it. */
export type Reading = Pick<BoardView, "download" | "preview"> & Partial<Omit<BoardView, "head">>;

const queryOf = (pairs: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(pairs).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return given.length === 0 ? "" : `?${given.join("&")}`;
};

/** The page with a municipality, or with all of them. */
export const placeAddress = ({ address }: Reading, municipality: string | undefined): string =>
  `${address ?? ""}${queryOf({ kommun: municipality })}`;

/** The page of one table; the first of its pages is 1. */
export const tableAddress = ({ address, municipality }: Reading, section: string, table: string, page = 1): string =>
  `${address ?? ""}/tabell/${section}/${table}${queryOf({
    kommun: municipality,
    sida: page === 1 ? undefined : String(page),
  })}`;

/** A file of the publication: `report.pdf`, `group-size/counts.csv`. */
export const fileAddress = ({ files }: Reading, file: string): string => `${files ?? ""}/${file}`;
