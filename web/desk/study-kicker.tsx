import type { ReactElement } from "react";
import type { StudyDetail } from "../../survey-definitions/wire.ts";

/** Which study the page is about, and whether its answers are invented. */
export function StudyKicker({ detail }: { detail: StudyDetail }): ReactElement {
  return (
    <>
      {detail.title}
      {detail.invented && <span className="tag tag-attention kicker-tag">Exempel med påhittade svar</span>}
    </>
  );
}
