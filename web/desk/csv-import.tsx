import { useState, type FormEvent, type ReactElement } from "react";
import { FileChoice } from "./file-choice.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction } from "./use-resource.ts";

interface Props {
  readonly button: string;
  readonly done: string;
  readonly send: (file: File) => Promise<unknown>;
  readonly onDone: () => void;
}

/** Picks a CSV file and reads it in: all of it or, with every problem named, nothing. */
export function CsvImport({ button, done, send, onDone }: Props): ReactElement {
  const [file, setFile] = useState<File>();
  const [succeeded, setSucceeded] = useState(false);
  const { running, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === undefined) return;
    setSucceeded(false);
    void run(async () => {
      await send(file);
      setSucceeded(true);
      onDone();
    });
  };
  return (
    <form onSubmit={submit}>
      <FileChoice
        label="Välj en CSV-fil"
        accept=".csv,text/csv"
        onFile={(chosen) => {
          setFile(chosen);
          setSucceeded(false);
        }}
      />
      <ProblemNotice error={error} />
      {file !== undefined && !succeeded && (
        <p>
          <button className="button" disabled={running}>
            {running ? "Läser in …" : button}
          </button>
        </p>
      )}
      <p role="status">{succeeded ? done : ""}</p>
    </form>
  );
}
