import type { ReportFilter } from "../../reports/report.ts";

/** The reader's selection as it stands in the address of a page: `?kommun=1492,1487&part=bup`. */
const MUNICIPALITY = "kommun";
const PARTY = "part";

const valuesOf = (query: URLSearchParams, key: string): string[] =>
  query
    .getAll(key)
    .flatMap((value) => value.split(","))
    .filter((value) => value !== "");

export const filterFrom = (query: URLSearchParams): ReportFilter => ({
  municipalities: valuesOf(query, MUNICIPALITY),
  parties: valuesOf(query, PARTY),
});

type Pairs = readonly (readonly [key: string, values: readonly string[]])[];

const queryOf = (pairs: Pairs): string => {
  const parts = pairs.flatMap(([key, values]) =>
    values.length === 0 ? [] : [`${key}=${values.map(encodeURIComponent).join(",")}`],
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
};

/** The query of a page, with its "?", or "" when everything is selected. */
export const pageQuery = ({ municipalities, parties }: ReportFilter): string =>
  queryOf([
    [MUNICIPALITY, municipalities],
    [PARTY, parties],
  ]);

/** The query of the report's API, with its "?", or ""; no sections means all of them. */
export const apiQuery = ({ municipalities, parties }: ReportFilter, sections: readonly string[] = []): string =>
  queryOf([
    ["section", sections],
    ["municipality", municipalities],
    ["party", parties],
  ]);
