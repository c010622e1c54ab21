import type { Report } from "../report.ts";
import type { WorkingCopy } from "./publication.ts";

/** The investigator's own copy, made on an ISO date, of a report whose figures are not protected. */
export function workingCopy({ study, definitions, sections }: Report, date: string): WorkingCopy {
  return {
    kind: "working-copy",
    title: study.title,
    date,
    introduction: "",
    conclusion: "",
    study,
    definitions,
    sections: sections.map((section) => ({ ...section, before: "", after: "" })),
  };
}
