/** The calls about publications. All of them throw CallError with the server's Swedish message. */
import type { Publication } from "../../reports/publication/publication.ts";
import type {
  NewLink,
  NewPublicationLink,
  PublicationDraft,
  PublicationLink,
  PublicationPlan,
  PublicationSummary,
} from "../../survey-definitions/wire.ts";
import { change, read } from "./call.ts";

const at = encodeURIComponent;
const study = (id: string): string => `/api/studies/${at(id)}`;
const one = (id: string, publication: string): string => `${study(id)}/publications/${at(publication)}`;

export const fetchPublicationDraft = (id: string): Promise<PublicationDraft> => read(`${study(id)}/publication-draft`);
export const savePublicationDraft = (id: string, draft: PublicationDraft): Promise<PublicationDraft> =>
  change("PUT", `${study(id)}/publication-draft`, draft);

/** Newest first. */
export const fetchPublications = async (id: string, signal: AbortSignal): Promise<readonly PublicationSummary[]> =>
  (await read<{ publications: readonly PublicationSummary[] }>(`${study(id)}/publications`, signal)).publications;
export const fetchPublication = (id: string, publication: string, signal: AbortSignal): Promise<PublicationSummary> =>
  read(one(id, publication), signal);
/** Starts the work and answers at once; how it goes is read from the publication. */
export const startPreview = (id: string, plan: PublicationPlan): Promise<PublicationSummary> =>
  change("POST", `${study(id)}/publications`, { ...plan, preview: true }, { prefer: "respond-async" });
/** Makes a preview the publication: the very same bytes. */
export const publishPreview = (id: string, publication: string): Promise<PublicationSummary> =>
  change("POST", `${one(id, publication)}/publish`);
export const removePublication = (id: string, publication: string): Promise<void> =>
  change("DELETE", one(id, publication));
/** Protected, as its readers have it. */
export const fetchPublished = (id: string, publication: string, signal: AbortSignal): Promise<Publication> =>
  read(`${one(id, publication)}/report`, signal);

export type PublicationFile = "report.docx" | "report.pdf" | "report.xlsx" | "report.zip" | "report.html" | "archive";
export const publicationFile = (id: string, publication: string, file: PublicationFile): string =>
  `${one(id, publication)}/${file}`;

export const fetchPublicationLinks = async (
  id: string,
  publication: string,
  signal: AbortSignal,
): Promise<readonly PublicationLink[]> =>
  (await read<{ links: readonly PublicationLink[] }>(`${one(id, publication)}/links`, signal)).links;
export const makePublicationLink = (id: string, publication: string, link: NewPublicationLink): Promise<NewLink> =>
  change("POST", `${one(id, publication)}/links`, link);
