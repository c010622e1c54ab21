import { useState, type FormEvent, type ReactElement } from "react";
import { OPEN_INSTRUMENTS } from "../../survey-definitions/codes.ts";
import type { CoverageCell, StudyDetail } from "../../survey-definitions/wire.ts";
import { makeLink } from "./api.ts";
import { invitationTo, type Invitation } from "./invitation.ts";
import { LinkLimitFields, limitsFrom, NO_LIMITS } from "./link-limits.tsx";
import { linkPlace } from "./make-links.ts";
import { NewAddress } from "./new-address.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction } from "./use-resource.ts";

interface Props {
  readonly cell: CoverageCell;
  readonly detail: StudyDetail;
  readonly onMade: () => void;
}

function linksSentence({ instrument, links }: CoverageCell): string {
  if (OPEN_INSTRUMENTS.has(instrument)) {
    if (links === 0) return "Det finns ingen länk än. En länk räcker för alla som ska svara här.";
    return links === 1 ? "Det finns en länk som gäller." : `Det finns ${links} länkar som gäller.`;
  }
  if (links === 0)
    return instrument === "follow-up" ? "Det finns ingen länk än." : "Parten har ingen länk att svara med än.";
  const has = links === 1 ? "Det finns en länk." : `Det finns ${links} länkar.`;
  return `${has} Behövs en ny? Den gamla gäller också, tills du drar tillbaka den.`;
}

/** Makes a link for one cell; one to an open questionnaire can be limited in number and in time. */
export function CellNewLink({ cell, detail, onMade }: Props): ReactElement {
  const [made, setMade] = useState<Invitation>();
  const [texts, setTexts] = useState(NO_LIMITS);
  const { running, error, run } = useAction();
  const open = OPEN_INSTRUMENTS.has(cell.instrument);
  const closed = detail.status === "closed";

  const make = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const place = linkPlace(cell);
      const limits = limitsFrom(texts);
      const { url } = await makeLink(detail.study.id, { ...place, ...limits });
      setMade(invitationTo(detail, place, limits, url));
      onMade();
    });
  };
  if (made !== undefined) return <NewAddress url={made.url} invitation={made} />;
  return (
    <>
      <p>{linksSentence(cell)}</p>
      <ProblemNotice error={error} />
      <form onSubmit={make}>
        {open && <LinkLimitFields value={texts} onChange={setTexts} />}
        <button className="button button-quiet" disabled={running || closed}>
          {cell.links === 0 ? "Gör en länk" : "Gör en ny länk"}
        </button>
      </form>
      {closed && <p className="help">Studien är stängd. Öppna den under Upplägg först.</p>}
    </>
  );
}
