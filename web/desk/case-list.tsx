import type { ReactElement } from "react";
import type { Case, Stage } from "../../survey-definitions/study.ts";

function StageText({ stage }: { stage: Stage }): ReactElement {
  return (
    <>
      <h4>
        {stage.no}. {stage.title} <span className="soft">({stage.age} år)</span>
      </h4>
      {stage.text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}

/** The invented cases, folded: title, persons, and the story stage by stage as those who answer read it. */
export function CaseList({ cases }: { cases: readonly Case[] }): ReactElement {
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">Fiktiva fall</h2>
      <p>Alla personer är påhittade. Svar på olika versioner av ett fall jämförs inte.</p>
      {cases.map(({ id, version, title, persons, stages }) => (
        <details key={id} className="case">
          <summary>
            <span>
              {title}{" "}
              <span className="soft">
                {stages.length} skeden, version {version}
              </span>
            </span>
          </summary>
          <dl className="facts">
            {persons.map(({ role, description }) => (
              <div key={role} className="case-person">
                <dt>{role}</dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
          {stages.map((stage) => (
            <StageText key={stage.no} stage={stage} />
          ))}
        </details>
      ))}
    </section>
  );
}
