import { useState, type ReactElement } from "react";
import type { Instrument } from "../../survey-definitions/codes.ts";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { fetchCoverage, fetchLinks, withdrawLink, type LinkLimits } from "./api.ts";
import { LinksInForce } from "./links-in-force.tsx";
import { MadeLinks } from "./made-links.tsx";
import { MakeLinksForm } from "./make-links-form.tsx";
import { makeLinks, type MadeLink } from "./make-links.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useStudy } from "./study-frame.tsx";
import { instrumentsOf } from "./use-coverage-filter.ts";
import { useAction, useResource } from "./use-resource.ts";

/** Who gets which address: links are made, handed out and withdrawn here. */
export function LinksPage(): ReactElement {
  const { detail } = useStudy();
  const { study } = detail;
  const coverage = useResource(`coverage ${study.id}`, (signal) => fetchCoverage(study.id, signal));
  const links = useResource(`links ${study.id}`, (signal) => fetchLinks(study.id, signal));
  const [made, setMade] = useState<readonly MadeLink[]>([]);
  const [making, setMaking] = useState<Instrument>();
  const { running, error, run } = useAction();

  const inForce = (links.data ?? []).filter(({ kind, withdrawnAt }) => kind === "answer" && withdrawnAt === undefined);
  const refresh = (): void => {
    coverage.reload();
    links.reload();
  };
  const make = (instrument: Instrument, cells: readonly CoverageCell[], limits: LinkLimits): void => {
    setMaking(instrument);
    setMade([]);
    void run(() => makeLinks(study.id, cells, limits, setMade)).then(refresh);
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
      <p className="lead">Här gör du länkarna till enkäterna. Den som har en länk kan svara, utan konto.</p>
      <ProblemNotice error={coverage.error ?? links.error} onRetry={refresh} />
      <ProblemNotice error={error} />

      <h2>Gör länkar</h2>
      {closed && <p className="notice">Studien är stängd och tar inte emot svar. Öppna den under Upplägg först.</p>}
      {made.length > 0 && <MadeLinks made={made} detail={detail} />}
      {coverage.data !== undefined && !closed && (
        <div className="make-all">
          {instrumentsOf(study.instruments).map((instrument) => (
            <MakeLinksForm
              key={instrument}
              detail={detail}
              instrument={instrument}
              cells={coverage.data ?? []}
              running={running && making === instrument}
              progress={made.length}
              onMake={(cells, limits) => make(instrument, cells, limits)}
            />
          ))}
        </div>
      )}

      <h2>Länkar som gäller</h2>
      {links.data === undefined && links.loading && <p role="status">Hämtar länkarna …</p>}
      {links.data !== undefined && inForce.length === 0 && <p className="soft">Ingen länk är gjord än.</p>}
      <LinksInForce detail={detail} links={inForce} disabled={running} onWithdraw={withdraw} />
    </>
  );
}
