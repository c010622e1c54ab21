import { useState, type ReactElement } from "react";
import type { CoverageCell, LinkSummary, StudyDetail } from "../../survey-definitions/wire.ts";
import { fetchCoverage, fetchLinks, withdrawLink } from "./api.ts";
import { LinkList } from "./link-list.tsx";
import { MadeLinks } from "./made-links.tsx";
import { makeLinks, type MadeLink } from "./make-links.ts";
import { PageTitle } from "./page-title.tsx";
import { placeLabel } from "./place-label.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useStudy } from "./study-frame.tsx";
import { useAction, useResource } from "./use-resource.ts";
import { ViewLink } from "./view-link.tsx";
import { INSTRUMENT_LABELS } from "./words.ts";

/** Links in force in view at once; the rest when they are asked for. */
const LINKS_AT_ONCE = 50;

const linkLabel = (detail: StudyDetail, link: LinkSummary): string => {
  if (link.kind === "view") return "Länk till rapporten";
  const place = placeLabel(detail, link);
  return link.instrument === undefined || link.instrument === "party"
    ? place
    : `${place} (${INSTRUMENT_LABELS[link.instrument].toLowerCase()})`;
};

const withoutLink = (cells: readonly CoverageCell[]): CoverageCell[] =>
  cells.filter(({ links, status }) => links === 0 && (status === "not_started" || status === "draft"));

/** Who gets which address: links are made, handed out and withdrawn here. */
export function LinksPage(): ReactElement {
  const { detail } = useStudy();
  const { study } = detail;
  const coverage = useResource(`coverage ${study.id}`, (signal) => fetchCoverage(study.id, signal));
  const links = useResource(`links ${study.id}`, (signal) => fetchLinks(study.id, signal));
  const [made, setMade] = useState<readonly MadeLink[]>([]);
  const [all, setAll] = useState(false);
  const { running, error, run } = useAction();

  const missing = withoutLink(coverage.data ?? []);
  const inForce = (links.data ?? []).filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const refresh = (): void => {
    coverage.reload();
    links.reload();
  };
  const makeAll = (): void => {
    void run(() => makeLinks(study.id, missing, setMade)).then(refresh);
  };
  const withdraw = (id: string): void => {
    void run(() => withdrawLink(study.id, id)).then(refresh);
  };
  const closed = detail.status === "closed";
  return (
    <>
      <PageTitle title={`Inbjudan – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Inbjudan
      </PageTitle>
      <p className="lead">
        Varje part får en egen länk för varje kommun den svarar för. Den som har länken kan svara, så skicka den bara
        till parten.
      </p>
      <ProblemNotice error={coverage.error ?? links.error} onRetry={refresh} />
      <ProblemNotice error={error} />

      <h2>Gör länkar</h2>
      {closed && <p className="notice">Studien är stängd och tar inte emot svar. Öppna den under Upplägg först.</p>}
      {coverage.data !== undefined && missing.length === 0 && made.length === 0 && (
        <p>Alla som ska svara har en länk. Behöver någon en ny? Öppna rutan för parten under Läget.</p>
      )}
      {missing.length > 0 && !closed && (
        <>
          <p>
            {missing.length} av {coverage.data?.length} svar saknar länk.
          </p>
          <button type="button" className="button" onClick={makeAll} disabled={running}>
            {running ? `Gör länkar … ${made.length} klara` : `Gör länkar för alla ${missing.length} som saknar`}
          </button>
        </>
      )}
      {made.length > 0 && <MadeLinks made={made} detail={detail} />}
      {study.invented && <ViewLink study={study.id} onMade={links.reload} />}

      <h2>Länkar som gäller</h2>
      {links.data === undefined && links.loading && <p role="status">Hämtar länkarna …</p>}
      {links.data !== undefined && inForce.length === 0 && <p className="soft">Ingen länk är gjord än.</p>}
      <LinkList
        links={all ? inForce : inForce.slice(0, LINKS_AT_ONCE)}
        labelOf={(link) => linkLabel(detail, link)}
        disabled={running}
        onWithdraw={withdraw}
      />
      {!all && inForce.length > LINKS_AT_ONCE && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          Visa {inForce.length - LINKS_AT_ONCE} länkar till
        </button>
      )}
    </>
  );
}
