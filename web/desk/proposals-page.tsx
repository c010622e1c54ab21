import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { StudyProposal } from "../../survey-definitions/study.ts";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { PROPOSAL_KINDS, type ProposalKind } from "./proposal-words.ts";
import { SaverStatus } from "./saver-status.tsx";
import { studyPath, useStudy } from "./study-frame.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { useProposals } from "./use-proposals.ts";
import "./proposals.css";

interface Removed {
  readonly proposal: StudyProposal;
  readonly position: number;
}

/** The list with one proposal moved past its neighbour of the same kind. */
function moved(proposals: readonly StudyProposal[], id: string, step: -1 | 1): readonly StudyProposal[] {
  const kind = proposals.find((proposal) => proposal.id === id)?.kind;
  const places = proposals.flatMap((proposal, place) => (proposal.kind === kind ? [place] : []));
  const from = places.findIndex((place) => proposals[place]?.id === id);
  const [a, b] = [places[from], places[from + step]];
  if (a === undefined || b === undefined) return proposals;
  return proposals.map((proposal, place) => proposals[place === a ? b : place === b ? a : place] ?? proposal);
}

/** The investigator's own words for the decision; they stand in the report beside the figures. */
export function ProposalsPage(): ReactElement {
  const { detail } = useStudy();
  const { study, municipalityNames } = detail;
  const saver = useProposals(study.id);
  const state = saver.state();
  const { draft: proposals, conflicts, error } = state;
  const [added, setAdded] = useState<string>();
  const [removed, setRemoved] = useState<Removed>();

  const list = proposals ?? [];
  const change = (next: StudyProposal): void => saver.edit(list.map((old) => (old.id === next.id ? next : old)));
  const add = (kind: ProposalKind): void => {
    const id = crypto.randomUUID();
    setAdded(id);
    saver.edit([...list, { id, kind, what: "" }]);
  };
  const remove = (proposal: StudyProposal): void => {
    setRemoved({ proposal, position: list.indexOf(proposal) });
    saver.edit(list.filter(({ id }) => id !== proposal.id));
  };
  const undo = ({ proposal, position }: Removed): void => {
    setRemoved(undefined);
    saver.edit([...list.slice(0, position), proposal, ...list.slice(position)]);
  };
  const settle = (proposal: StudyProposal, theirs: StudyProposal | undefined): void => {
    saver.settle(proposal.id);
    if (theirs !== undefined) change(theirs);
  };

  return (
    <>
      <PageTitle title={`Förslag – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Förslag
      </PageTitle>
      <p className="lead">
        Här skriver du det som styrelsen och parterna ska ta ställning till. Texten kommer med i{" "}
        <Link to={`${studyPath(study.id, "rapport")}#proposals`}>rapporten</Link>, bredvid siffrorna.
      </p>
      <ProblemNotice error={error} onRetry={() => void (proposals === undefined ? saver.load() : saver.flush())} />
      {proposals === undefined && error === undefined && <p role="status">Hämtar förslagen …</p>}
      {proposals !== undefined && (
        <>
          <SaverStatus state={state} onSave={() => void saver.flush()} />
          {PROPOSAL_KINDS.map(({ kind, title, help, what, add: addText, none }) => {
            const own = list.filter((proposal) => proposal.kind === kind);
            return (
              <section key={kind} aria-labelledby={`proposals-${kind}`}>
                <h2 id={`proposals-${kind}`}>{title}</h2>
                <p>{help}</p>
                {own.length === 0 && <p className="soft">{none}</p>}
                <ol className="proposals">
                  {own.map((proposal, position) => (
                    <ProposalCard
                      key={proposal.id}
                      proposal={proposal}
                      name={`${title} ${position + 1}`}
                      whatLabel={what}
                      study={study}
                      municipalityNames={municipalityNames}
                      conflict={conflicts.find(({ id }) => id === proposal.id)}
                      focused={proposal.id === added}
                      first={position === 0}
                      last={position === own.length - 1}
                      onChange={change}
                      onMove={(step) => saver.edit(moved(list, proposal.id, step))}
                      onRemove={() => remove(proposal)}
                      onSettle={(theirs) => settle(proposal, theirs)}
                    />
                  ))}
                </ol>
                {removed?.proposal.kind === kind && (
                  <p className="notice" role="status">
                    Borttaget.{" "}
                    <button type="button" className="link-button" autoFocus onClick={() => undo(removed)}>
                      Ångra
                    </button>
                  </p>
                )}
                <button type="button" className="button button-quiet" onClick={() => add(kind)}>
                  {addText}
                </button>
              </section>
            );
          })}
        </>
      )}
    </>
  );
}
