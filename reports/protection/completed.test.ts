import { expect, test } from "vitest";
import type { Table, TableRow } from "../section.ts";
import { COMPLETIONS, type Completing } from "./completed.ts";

const table = (rows: readonly TableRow[]): Table => ({
  ...{ id: "quadrants", title: "", columns: [], rows, notes: [], labels: {} },
});
const facts = { told: 4, exists: 2, fully: 2, asked: 5, missing: 0, wanted: 0 };

// Those whose rating is low are too few to be shown: that the support does not help would be told of them alone.
test("where an intervention stands says nothing of ratings that are not shown", () => {
  const real: TableRow = {
    ...{
      ...facts,
      quadrant: "not_helping",
      party_net: 40,
      party_n: 6,
      staff_net: 20,
      staff_n: 8,
      voice_net: -60,
      voice_n: 3,
    },
  };
  const hidden = { missing: "suppressed" as const };
  const so: TableRow = { ...real, voice_net: hidden, voice_n: hidden };
  const published = COMPLETIONS["gaps.quadrants"]?.(table([real]), table([so]), {}, {} as Completing);
  expect(published?.rows[0]?.quadrant).toBe("works");
  expect(published?.notes).toHaveLength(1);
  const nothing: TableRow = { ...so, party_net: hidden, staff_net: hidden };
  const without = COMPLETIONS["gaps.quadrants"]?.(table([real]), table([nothing]), {}, {} as Completing);
  expect(without?.rows[0]?.quadrant).toBe("effect_unknown");
});
