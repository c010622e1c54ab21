import type { ReactElement } from "react";
import { Route, Routes } from "react-router";
import { FreeTextsPage } from "./free-texts-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PublicationPage } from "./publication-page.tsx";
import { PublicationsPage } from "./publications-page.tsx";
import { PublishEditorPage } from "./publish-editor-page.tsx";
import "./publish.css";
import "./publish-editor.css";

/** The chapter where the report is published: what is out, what is being written, and one publication. */
export function PublishRoutes(): ReactElement {
  return (
    <Routes>
      <Route index element={<PublicationsPage />} />
      <Route path="forbered" element={<PublishEditorPage />} />
      <Route path="fritexter" element={<FreeTextsPage />} />
      <Route path=":publication" element={<PublicationPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
