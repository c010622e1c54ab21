import { useRef, useState, type ReactElement } from "react";
import type { LinkSummary } from "../../survey-definitions/wire.ts";
import { momentText } from "../report/dates.ts";
import { linkFacts, linkState } from "./link-words.ts";

interface EntryProps {
  readonly link: LinkSummary;
  readonly label: string | undefined;
  readonly disabled: boolean;
  readonly onWithdraw: (id: string) => void;
}

/** One link in force. Withdrawing asks once more, in place: it cannot be undone. */
function LinkEntry({ link, label, disabled, onWithdraw }: EntryProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const state = linkState(link, new Date());
  return (
    <li className="link-entry">
      <span>
        {label !== undefined && <strong>{label}</strong>}
        {state !== undefined && <span className="tag tag-attention">{state}</span>}
        <span className="soft small link-facts">
          {[`Gjord ${momentText(link.createdAt)}`, ...linkFacts(link)].join(" · ")}
        </span>
      </span>
      {asking ? (
        <span className="link-entry-question">
          <span>Länken slutar gälla direkt. Det som är sparat finns kvar.</span>
          <button
            type="button"
            className="button button-danger"
            disabled={disabled}
            autoFocus
            onClick={() => onWithdraw(link.id)}
          >
            Dra tillbaka
          </button>
          <button type="button" className="link-button" onClick={() => setAsking(false)}>
            Behåll
          </button>
        </span>
      ) : (
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          Dra tillbaka
          {label !== undefined && <span className="visually-hidden">: {label}</span>}
        </button>
      )}
    </li>
  );
}

interface Props {
  readonly links: readonly LinkSummary[];
  /** What a link is for, where the list has links for several. */
  readonly labelOf?: (link: LinkSummary) => string;
  readonly disabled: boolean;
  readonly onWithdraw: (id: string) => void;
}

/** Links in force, newest last. */
export function LinkList({ links, labelOf, disabled, onWithdraw }: Props): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  // The entry goes away with its button: the focus stays in the list.
  const withdraw = (id: string): void => {
    list.current?.focus();
    onWithdraw(id);
  };
  return (
    <ul ref={list} className="link-list" tabIndex={-1}>
      {links.map((link) => (
        <LinkEntry key={link.id} link={link} label={labelOf?.(link)} disabled={disabled} onWithdraw={withdraw} />
      ))}
    </ul>
  );
}
