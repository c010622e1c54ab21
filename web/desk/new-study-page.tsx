import { useState, type FormEvent, type ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import { createStudy } from "./api.ts";
import { CallError } from "./call.ts";
import { FileChoice } from "./file-choice.tsx";
import { PageTitle } from "./page-title.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { STUDY_EXAMPLE } from "./study-example.ts";
import { useAction } from "./use-resource.ts";

/** @throws {CallError} that says where the text stops being JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const place = /line (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const where = place === undefined ? "" : ` Felet finns på eller strax före rad ${place}.`;
    throw new CallError(
      400,
      "not-json",
      `Texten är inte giltig JSON.${where} Kontrollera citattecken, kommatecken och klamrar.`,
    );
  }
}

/** A study is created from its file, pasted or picked. */
export function NewStudyPage(): ReactElement {
  const [text, setText] = useState("");
  const { running, error, run } = useAction();
  const navigate = useNavigate();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const { id } = await createStudy(parseJson(text));
      await navigate(`/utredning/${encodeURIComponent(id)}`);
    });
  };
  return (
    <div className="page">
      <p className="kicker">
        <Link to="/utredning">Studier</Link>
      </p>
      <PageTitle title="Skapa en studie">Skapa en studie</PageTitle>
      <p className="lead">
        Studiefilen säger vilken målgrupp det gäller, vilka kommuner och vilka parter. Klistra in den, eller välj filen.
      </p>
      <form onSubmit={submit}>
        <FileChoice label="Välj en studiefil" accept=".json,application/json" onText={setText} />
        <div className="field">
          <label htmlFor="study-file">Studiefilen som text</label>
          <textarea
            id="study-file"
            className="textarea code"
            rows={18}
            spellCheck={false}
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <ProblemNotice error={error} />
        <div className="actions">
          <button className="button" disabled={running || text.trim() === ""}>
            {running ? "Skapar …" : "Skapa studien"}
          </button>
          <button type="button" className="button button-quiet" onClick={() => setText(STUDY_EXAMPLE)}>
            Börja från ett exempel
          </button>
        </div>
      </form>
    </div>
  );
}
