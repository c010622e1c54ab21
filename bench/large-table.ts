/** A document with one table of 100 000 rows and 60 columns, whose rows are made when they are read and then forgotten. */
import type { WorkingCopy } from "../reports/publication/publication.ts";
import type { Table, TableRow } from "../reports/section.ts";

const ROWS = 100_000;
const COLUMNS = 60;

const UNITS = ["code", "persons", "share", "per 1 000", "text", "date"];
const columns = Array.from({ length: COLUMNS }, (_, i) => ({
  key: `c${i}`,
  label: `Kolumn ${i + 1}`,
  unit: UNITS[i % UNITS.length] ?? "",
}));

function rowAt(n: number): TableRow {
  const value = (i: number): TableRow[string] => {
    if ((n + i) % 17 === 0) return { missing: "suppressed" };
    switch (i % UNITS.length) {
      case 0:
        return "bup";
      case 1:
        return (n * 7 + i) % 500;
      case 2:
        return ((n + i) % 100) / 100;
      case 3:
        return (n % 977) / 7;
      case 4:
        return `Svar ${n} med egna ord`;
      default:
        return "2026-09-30";
    }
  };
  return Object.fromEntries(columns.map(({ key }, i) => [key, value(i)]));
}

/** As many rows as it says, each made when it is read and then forgotten. */
const rows = new Proxy<TableRow[]>([], {
  get(target, key) {
    if (key === "length") return ROWS;
    if (key !== Symbol.iterator) return Reflect.get(target, key) as unknown;
    return function* () {
      for (let n = 0; n < ROWS; n++) yield rowAt(n);
    };
  },
});

export const largeTable: Table = {
  id: "large",
  title: "Stor tabell",
  columns,
  rows,
  notes: ["En not."],
  labels: { c0: { bup: "BUP" } },
};

export const largeDocument: WorkingCopy = {
  kind: "working-copy",
  title: "Stor",
  date: "2026-11-22",
  introduction: "",
  conclusion: "",
  study: {
    id: "stor",
    title: "Stor",
    target_group: { age_min: 16, age_max: 25, description: "" },
    reference_period: { from: "2026-01-01", to: "2026-12-31" },
    municipalities: [],
    parties: [],
    suppression_threshold: 5,
    invented: true,
  },
  definitions: [],
  sections: [
    {
      id: "large",
      question: "Stor?",
      status: "ok",
      method: "",
      sentences: [],
      tables: [largeTable],
      charts: [],
      before: "",
      after: "",
    },
  ],
};
