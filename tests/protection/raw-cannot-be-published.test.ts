import { expectTypeOf, test } from "vitest";
import type { composePublication } from "../../reports/publication/compose.ts";
import type { ProtectedReport, Publication, WorkingCopy } from "../../reports/publication/publication.ts";
import type { Report } from "../../reports/report.ts";

test("the investigator's figures are no protected report and no publication, whatever is written beside them", () => {
  expectTypeOf<Report>().not.toExtend<ProtectedReport>();
  expectTypeOf<Report & Pick<ProtectedReport, "protection">>().not.toExtend<ProtectedReport>();
  expectTypeOf<WorkingCopy>().not.toExtend<Publication>();
  expectTypeOf<Report>().not.toExtend<Parameters<typeof composePublication>[0]>();
  expectTypeOf<ProtectedReport>().toExtend<Report>();
});
