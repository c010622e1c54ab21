import type { TableRow } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import { countIn } from "./read-table.ts";

/** "18 av 24" */
export const countsWord = ({ answered, expected }: TableRow): string =>
  `${formatNumber(countIn(answered))} av ${formatNumber(countIn(expected))}`;
