import { lazy, Suspense, useEffect, type ReactElement } from "react";
import { Navigate, Route, Routes, useLocation, useNavigate } from "react-router";
import { AnswersPage } from "./answers-page.tsx";
import { AssignmentPage } from "./assignment-page.tsx";
import { SIGNED_OUT } from "./call.ts";
import { CoveragePage } from "./coverage-page.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { LinksPage } from "./links-page.tsx";
import { NewStudyPage } from "./new-study-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PasswordPage } from "./password-page.tsx";
import { ProposalsPage } from "./proposals-page.tsx";
import { ResponsePage } from "./response-page.tsx";
import { SetupPage } from "./setup-page.tsx";
import { SignInLinkPage } from "./sign-in-link-page.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { StudiesPage } from "./studies-page.tsx";
import { StudyFrame } from "./study-frame.tsx";

/** The report brings the drawing of every chart; it is loaded when it is opened. */
const ReportPage = lazy(() => import("./report-page.tsx").then(({ ReportPage: page }) => ({ default: page })));
/** So is the chapter of publishing, with its reading of formatted text. */
const PublishRoutes = lazy(() =>
  import("./publish-routes.tsx").then(({ PublishRoutes: routes }) => ({ default: routes })),
);

/** Leads to the sign-in page, and back, when a call finds that the session has ended. */
function useSignedOut(): void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    const onSignedOut = (): void => {
      if (pathname.startsWith("/logga-in")) return;
      void navigate(`/logga-in?till=${encodeURIComponent(pathname + search)}`, { replace: true });
    };
    addEventListener(SIGNED_OUT, onSignedOut);
    return () => removeEventListener(SIGNED_OUT, onSignedOut);
  }, [navigate, pathname, search]);
}

/** The investigator's pages and their addresses. */
export function DeskApp(): ReactElement {
  useSignedOut();
  return (
    <Routes>
      <Route path="/logga-in" element={<SignInPage />} />
      <Route path="/logga-in/:token" element={<SignInLinkPage />} />
      <Route path="/utredning" element={<DeskFrame />}>
        <Route index element={<StudiesPage />} />
        <Route path="nytt/studie" element={<NewStudyPage />} />
        <Route path="konto/losenord" element={<PasswordPage />} />
        <Route path=":study" element={<StudyFrame />}>
          <Route index element={<CoveragePage />} />
          <Route path="upplagg" element={<SetupPage />} />
          <Route path="inbjudan" element={<LinksPage />} />
          <Route path="svar" element={<AnswersPage />} />
          <Route path="svar/:response" element={<ResponsePage />} />
          <Route path="svar/plats/:assignment" element={<AssignmentPage />} />
          <Route path="forslag" element={<ProposalsPage />} />
          <Route
            path="rapport"
            element={
              <Suspense fallback={<p role="status">Hämtar rapporten …</p>}>
                <ReportPage />
              </Suspense>
            }
          />
          <Route
            path="publicera/*"
            element={
              <Suspense fallback={<p role="status">Hämtar …</p>}>
                <PublishRoutes />
              </Suspense>
            }
          />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
      <Route path="/" element={<Navigate to="/utredning" replace />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
