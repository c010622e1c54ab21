import { studyPath } from "./study-frame.tsx";

/** The page of one publication. */
export const publicationPath = (study: string, publication: string): string =>
  studyPath(study, `publicera/${encodeURIComponent(publication)}`);

/** The page where the next publication is written. */
export const editorPath = (study: string): string => studyPath(study, "publicera/forbered");
