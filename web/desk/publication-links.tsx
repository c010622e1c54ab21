import { useId, useRef, useState, type ReactElement } from "react";
import type { PublicationLink } from "../../survey-definitions/wire.ts";
import { momentText } from "../report/dates.ts";
import { withdrawLink } from "./api.ts";
import { OpenAsReader } from "./open-as-reader.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { fetchPublicationLinks } from "./publication-api.ts";
import { PublicationNewLink } from "./publication-new-link.tsx";
import { publicationLinkFacts, publicationLinkState } from "./publication-words.ts";
import { todayHere } from "./today.ts";
import { useAction, useResource } from "./use-resource.ts";

interface EntryProps {
  readonly link: PublicationLink;
  readonly name: string;
  readonly disabled: boolean;
  readonly onWithdraw: () => void;
}

/** One link, and what it opens. Withdrawing asks once more, in place: it cannot be undone. */
function Entry({ link, name, disabled, onWithdraw }: EntryProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const state = publicationLinkState(link, todayHere());
  return (
    <li className="link-entry">
      <span>
        <strong>{name}</strong>
        <span className="soft small link-facts">
          {state !== undefined && <span className="tag">{state}</span>}
          {publicationLinkFacts(link).join(" · ")}
        </span>
      </span>
      {link.withdrawnAt === undefined &&
        (asking ? (
          <span className="link-entry-question">
            <span>Den som har länken kan inte läsa längre. Filer som redan är hämtade finns kvar.</span>
            <button type="button" className="button button-danger" disabled={disabled} autoFocus onClick={onWithdraw}>
              Dra tillbaka
            </button>
            <button type="button" className="link-button" onClick={() => setAsking(false)}>
              Behåll
            </button>
          </span>
        ) : (
          <button type="button" className="link-button" onClick={() => setAsking(true)}>
            Dra tillbaka<span className="visually-hidden">: {name}</span>
          </button>
        ))}
    </li>
  );
}

interface Props {
  readonly study: string;
  readonly publication: string;
  readonly onChanged: () => void;
}

/** Who can read a publication: the links to it, in force and not, and the making of one. */
export function PublicationLinks({ study, publication, onChanged }: Props): ReactElement {
  const links = useResource(`publication-links ${study} ${publication}`, (signal) =>
    fetchPublicationLinks(study, publication, signal),
  );
  const { running, error, run } = useAction();
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const refresh = (): void => {
    links.reload();
    onChanged();
  };
  const withdraw = (link: string): void => {
    // The question goes away with its button: the focus stays in the list.
    list.current?.focus();
    void run(() => withdrawLink(study, link)).then(refresh);
  };
  const all = links.data ?? [];
  const inForce = all.filter((link) => publicationLinkState(link, todayHere()) === undefined);
  const ended = all.filter((link) => !inForce.includes(link));
  const entry = (link: PublicationLink): ReactElement => (
    <Entry
      key={link.id}
      link={link}
      name={`Gjord ${momentText(link.createdAt)}`}
      disabled={running}
      onWithdraw={() => withdraw(link.id)}
    />
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Länkar till publiceringen</h2>
      <PublicationNewLink study={study} publication={publication} onMade={refresh} />
      <ProblemNotice error={links.error} onRetry={links.reload} />
      <ProblemNotice error={error} />
      <div className="actions">
        <OpenAsReader
          study={study}
          publication={publication}
          label="Öppna som läsarna ser den"
          onOpened={refresh}
          action={{ running, error, run }}
        />
      </div>
      {links.data === undefined && links.loading && <p role="status">Hämtar länkarna …</p>}
      {links.data !== undefined && inForce.length === 0 && (
        <p className="soft">Ingen länk till just den här publiceringen gäller.</p>
      )}
      <ul ref={list} className="link-list" tabIndex={-1} aria-label="Länkar som gäller">
        {inForce.map(entry)}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>{ended.length === 1 ? "1 länk som inte gäller" : `${ended.length} länkar som inte gäller`}</summary>
          <ul className="link-list">{ended.map(entry)}</ul>
        </details>
      )}
    </section>
  );
}
