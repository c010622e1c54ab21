/** What every part of a document says of itself: which one it is, and where its figures come from. */
import type { ReportDocument } from "../../reports/publication/publication.ts";
import { formatDate } from "../../reports/text/format.ts";
import { contentAddress } from "./content-address.ts";
import { WORKING_COPY } from "./document/about-chapters.ts";

export interface DocumentStamp {
  readonly title: string;
  /** Which document: number and date, or that it is the investigator's own copy. */
  readonly status: string;
  /** Whether `status` is a warning. */
  readonly warns: boolean;
  readonly source: string;
  /** Content address of a publication. */
  readonly sha256?: string;
}

const INVENTED = "Exempel med påhittade svar.";

export function stampOf(document: ReportDocument): DocumentStamp {
  const { title, study } = document;
  const source = `Källa: parternas svar i studien ”${study.title}”.${study.invented ? ` ${INVENTED}` : ""}`;
  if (document.kind === "working-copy") {
    const status = `${WORKING_COPY} Gjord ${formatDate(document.date)}.`;
    return { title, status, warns: true, source };
  }
  const sha256 = contentAddress(document);
  const status = `Publikation nr ${document.number}, fryst ${formatDate(document.date)}. Små tal är dolda.`;
  return { title, status, warns: false, source, sha256 };
}
