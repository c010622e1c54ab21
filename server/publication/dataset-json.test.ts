import { expect, test } from "vitest";
import { exampleReport } from "../../tests/fixtures/example-report.ts";
import { compileReport } from "../../reports/report.ts";
import { sections } from "../../reports/sections/index.ts";
import { loadSolver } from "../highs-solver.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { type DatasetJson, readDataset, writeDataset } from "./dataset-json.ts";

test("a dataset that was written and read back gives the same report, and is written the same again", async () => {
  const { data, report } = await exampleReport();
  const text = canonicalJson(writeDataset(data));
  const back = readDataset(JSON.parse(text) as DatasetJson);
  expect(canonicalJson(writeDataset(back))).toBe(text);
  const everything = { municipalities: [], parties: [] };
  const again = compileReport(sections, back, everything, { solver: await loadSolver() }, (section, error) => {
    throw new Error(section, { cause: error });
  });
  expect(canonicalJson(again)).toBe(canonicalJson(report));
});

test("what lies behind a reason is not written, so that it is the same whatever it was", async () => {
  const { data } = await exampleReport();
  const party = data.responses.get("party");
  const column = party?.columns.get("n_known");
  if (party === undefined || column?.kind !== "number") throw new Error("the example has counts");
  const at = column.reasons.findIndex((reason) => reason > 0);
  const values = column.values.with(at, 4711);
  const other = {
    ...data,
    responses: new Map(data.responses).set("party", {
      ...party,
      columns: new Map(party.columns).set("n_known", { ...column, values }),
    }),
  };
  expect(canonicalJson(writeDataset(other))).toBe(canonicalJson(writeDataset(data)));
});
