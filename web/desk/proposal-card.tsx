import { useEffect, useId, useRef, type ReactElement } from "react";
import type { Study, StudyProposal } from "../../survey-definitions/study.ts";
import type { ProposalConflict } from "./merge-proposals.ts";
import { isComplete } from "./proposal-saver.ts";
import { TextConflict } from "./text-conflict.tsx";

interface Props {
  readonly proposal: StudyProposal;
  /** "Förslag 2": what the card is called. */
  readonly name: string;
  readonly whatLabel: string;
  readonly study: Study;
  readonly municipalityNames: Readonly<Record<string, string>>;
  readonly conflict: ProposalConflict | undefined;
  /** Just added: the text takes the focus. */
  readonly focused: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (proposal: StudyProposal) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onSettle: (theirs: StudyProposal | undefined) => void;
}

type Field = "municipality" | "party" | "who" | "by";

/** A proposal with one field set, or without it where the value is empty. */
function withField(proposal: StudyProposal, field: Field, value: string): StudyProposal {
  const { [field]: _, ...others } = proposal;
  return value === "" ? others : { ...others, [field]: value };
}

/** One text of the investigator's: what, for whom, by whom and when. */
export function ProposalCard(props: Props): ReactElement {
  const { proposal, name, study, municipalityNames, conflict, onChange } = props;
  const id = useId();
  const what = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.focused) what.current?.focus();
  }, [props.focused]);
  const set = (field: Field) => (event: { target: { value: string } }) =>
    onChange(withField(proposal, field, event.target.value));
  return (
    <li className="proposal" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{name}</h3>
      {conflict !== undefined && (
        <TextConflict
          theirs={conflict.theirs.what}
          onSettle={(theirs) => props.onSettle(theirs === undefined ? undefined : conflict.theirs)}
        />
      )}
      <div className="proposal-fields">
        <div className="field proposal-what">
          <label htmlFor={`${id}-what`}>{props.whatLabel}</label>
          <textarea
            ref={what}
            id={`${id}-what`}
            className="textarea"
            rows={3}
            maxLength={5000}
            aria-describedby={isComplete(proposal) ? undefined : `${id}-empty`}
            value={proposal.what}
            onChange={(event) => onChange({ ...proposal, what: event.target.value })}
          />
          {!isComplete(proposal) && (
            <p className="help" id={`${id}-empty`}>
              Sparas när du har skrivit något.
            </p>
          )}
        </div>
        {proposal.kind === "basis" && (
          <div className="field">
            <label htmlFor={`${id}-party`}>För vilken part?</label>
            <select id={`${id}-party`} className="select" value={proposal.party ?? ""} onChange={set("party")}>
              <option value="">Alla parter</option>
              {study.parties.map((party) => (
                <option key={party.id} value={party.id}>
                  {party.name}
                </option>
              ))}
            </select>
          </div>
        )}
        {proposal.kind !== "transfer" && (
          <div className="field">
            <label htmlFor={`${id}-municipality`}>För vilken kommun?</label>
            <select
              id={`${id}-municipality`}
              className="select"
              value={proposal.municipality ?? ""}
              onChange={set("municipality")}
            >
              <option value="">Alla kommuner</option>
              {study.municipalities.map((code) => (
                <option key={code} value={code}>
                  {municipalityNames[code] ?? code}
                </option>
              ))}
            </select>
          </div>
        )}
        {proposal.kind === "proposal" && (
          <>
            <div className="field">
              <label htmlFor={`${id}-who`}>Vem ska göra det?</label>
              <input
                id={`${id}-who`}
                className="input"
                maxLength={200}
                value={proposal.who ?? ""}
                onChange={set("who")}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}-by`}>När ska det vara klart?</label>
              <input id={`${id}-by`} className="input" type="date" value={proposal.by ?? ""} onChange={set("by")} />
            </div>
          </>
        )}
      </div>
      <p className="proposal-tools">
        {!props.first && (
          <button type="button" className="link-button" onClick={() => props.onMove(-1)}>
            Flytta upp<span className="visually-hidden">: {name}</span>
          </button>
        )}
        {!props.last && (
          <button type="button" className="link-button" onClick={() => props.onMove(1)}>
            Flytta ner<span className="visually-hidden">: {name}</span>
          </button>
        )}
        <button type="button" className="link-button" onClick={props.onRemove}>
          Ta bort<span className="visually-hidden">: {name}</span>
        </button>
      </p>
    </li>
  );
}
