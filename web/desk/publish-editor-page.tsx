import { useId, useRef, useState, type ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import { MarkdownField } from "./markdown-field.tsx";
import { MarkdownHelp } from "./markdown-help.tsx";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { startPreview } from "./publication-api.ts";
import { publicationPath } from "./publication-path.ts";
import { planOf, type EditedPlan } from "./publication-plan.ts";
import { PublishFreeTexts } from "./publish-free-texts.tsx";
import { PublishSections } from "./publish-sections.tsx";
import { SaverStatus } from "./saver-status.tsx";
import { studyPath, useStudy } from "./study-frame.tsx";
import { StudyKicker } from "./study-kicker.tsx";
import { TextConflict } from "./text-conflict.tsx";
import { usePublicationDraft } from "./use-publication-draft.ts";
import { useAction } from "./use-resource.ts";

/** Characters; the server takes no more. */
const TITLE_LENGTH = 300;

/** Where the publication is written: title, introduction, sections, conclusion. It is saved as the draft all the time. */
export function PublishEditorPage(): ReactElement {
  const { detail } = useStudy();
  const { id: study } = detail.study;
  const saver = usePublicationDraft(study);
  const state = saver.state();
  const { draft: plan, conflicts, error } = state;
  const starting = useAction();
  const navigate = useNavigate();
  const [untitled, setUntitled] = useState(false);
  const titleField = useRef<HTMLInputElement>(null);
  const fieldId = useId();

  const preview = (current: EditedPlan): void => {
    if (current.title.trim() === "") {
      setUntitled(true);
      titleField.current?.focus();
      return;
    }
    void starting.run(async () => {
      await saver.flush();
      if (saver.state().status === "failed") return;
      const { id } = await startPreview(study, planOf(saver.state().draft ?? current));
      await navigate(publicationPath(study, id));
    });
  };
  const conflictAt = (place: string) => conflicts.find((conflict) => conflict.place === place);
  const settleText = (field: "title" | "introduction" | "conclusion") => (theirs: string | undefined) => {
    if (theirs !== undefined && plan !== undefined) saver.edit({ ...plan, [field]: theirs });
    saver.settle(field);
  };
  const titleConflict = conflictAt("title");
  return (
    <>
      <p className="back">
        <Link to={studyPath(study, "publicera")}>Alla publiceringar</Link>
      </p>
      <PageTitle title={`Förbered publicering – ${detail.title}`} kicker={<StudyKicker detail={detail} />}>
        Förbered publiceringen
      </PageTitle>
      <p className="lead">
        Skriv det som siffrorna inte säger själva, och välj vad som ska vara med. Ingenting syns för andra förrän du har
        förhandsvisat och publicerat.
      </p>
      <ProblemNotice error={error} onRetry={() => void (plan === undefined ? saver.load() : saver.flush())} />
      {plan === undefined && error === undefined && <p role="status">Hämtar utkastet …</p>}
      {plan !== undefined && (
        <div className="publish-editor">
          <SaverStatus state={state} onSave={() => void saver.flush()} />
          <div className="field">
            <label htmlFor={`${fieldId}-title`}>Rubrik</label>
            {titleConflict !== undefined && (
              <TextConflict theirs={titleConflict.theirs} onSettle={settleText("title")} />
            )}
            <input
              ref={titleField}
              id={`${fieldId}-title`}
              className="input publish-title"
              maxLength={TITLE_LENGTH}
              aria-invalid={untitled}
              aria-describedby={untitled ? `${fieldId}-untitled` : undefined}
              value={plan.title}
              onChange={(event) => {
                setUntitled(false);
                saver.edit({ ...plan, title: event.target.value });
              }}
            />
            {untitled && (
              <p className="field-error" id={`${fieldId}-untitled`}>
                Publiceringen behöver en rubrik.
              </p>
            )}
          </div>
          <MarkdownHelp />
          <MarkdownField
            label="Inledning"
            help="Det första som läsaren möter: varför undersökningen gjordes och vad den handlar om."
            rows={8}
            value={plan.introduction}
            conflict={conflictAt("introduction")}
            onChange={(introduction) => saver.edit({ ...plan, introduction })}
            onSettle={settleText("introduction")}
          />

          <h2>Avsnitt</h2>
          <p>
            Kryssa för det som ska vara med, flytta det i den ordning du vill ha, och skriv egna texter runt siffrorna.
          </p>
          <PublishSections plan={plan} conflicts={conflicts} onChange={saver.edit} onSettle={saver.settle} />

          <h2>Avslutning</h2>
          <MarkdownField
            label="Slutsats"
            help="Det som du vill att läsaren ska ta med sig. Förslagen till beslut skriver du under Förslag."
            rows={6}
            value={plan.conclusion}
            conflict={conflictAt("conclusion")}
            onChange={(conclusion) => saver.edit({ ...plan, conclusion })}
            onSettle={settleText("conclusion")}
          />

          <h2>Fritexter ur svaren</h2>
          <PublishFreeTexts
            study={study}
            shown={plan.freeTexts}
            onChange={(freeTexts) => saver.edit({ ...plan, freeTexts })}
          />

          <section className="publish-start" aria-labelledby={`${fieldId}-start`}>
            <h2 id={`${fieldId}-start`}>Förhandsvisa</h2>
            <p>
              Rapporten räknas fram, små tal döljs och skyddet prövas. Sedan ser du den som läsarna kommer att se den.
            </p>
            <ProblemNotice error={starting.error} />
            <button type="button" className="button" disabled={starting.running} onClick={() => preview(plan)}>
              Förhandsvisa
            </button>
          </section>
        </div>
      )}
    </>
  );
}
