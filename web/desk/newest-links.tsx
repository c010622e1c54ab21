import { useId, useState, type ReactElement } from "react";
import { fetchLinks, makeViewLink, withdrawLink } from "./api.ts";
import { LinkList } from "./link-list.tsx";
import { NewAddress } from "./new-address.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction, useResource } from "./use-resource.ts";

/** Links that follow the study: whichever publication is the newest when they are opened. */
export function NewestLinks({ study }: { study: string }): ReactElement {
  const links = useResource(`links ${study}`, (signal) => fetchLinks(study, signal));
  const [url, setUrl] = useState<string>();
  const { running, error, run } = useAction();
  const id = useId();
  const inForce = (links.data ?? []).filter(({ kind, withdrawnAt }) => kind === "view" && withdrawnAt === undefined);
  const make = (): void => {
    void run(async () => {
      setUrl((await makeViewLink(study)).url);
      links.reload();
    });
  };
  const withdraw = (link: string): void => {
    void run(() => withdrawLink(study, link)).then(links.reload);
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Länkar som alltid visar den senaste</h2>
      <p>
        De passar på en webbplats eller i en mötesinbjudan: när du publicerar nästa gång visar de den nya. Länkar med
        lösenord eller sista dag gör du på publiceringens egen sida.
      </p>
      <ProblemNotice error={links.error} onRetry={links.reload} />
      <ProblemNotice error={error} />
      {inForce.length > 0 && (
        <LinkList
          links={inForce}
          labelOf={() => "Visar den senaste publiceringen"}
          disabled={running}
          onWithdraw={withdraw}
        />
      )}
      {url === undefined ? (
        <button type="button" className="button button-quiet" onClick={make} disabled={running}>
          Gör en länk till den senaste
        </button>
      ) : (
        <NewAddress url={url} />
      )}
    </section>
  );
}
