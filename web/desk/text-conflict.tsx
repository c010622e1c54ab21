import type { ReactElement } from "react";

interface Props {
  readonly theirs: string;
  /** With theirs, or undefined to keep one's own. */
  readonly onSettle: (theirs: string | undefined) => void;
}

/** Somebody else has written in the same place: mine stands, theirs is beside it. */
export function TextConflict({ theirs, onSettle }: Props): ReactElement {
  return (
    <div className="notice notice-attention" role="alert">
      <p>
        <strong>Någon annan har ändrat samma text.</strong> Din text är kvar och sparad.{" "}
        {theirs.trim() === "" ? "Den andra tog bort texten." : "Den andra skrev:"}
      </p>
      {theirs.trim() !== "" && <blockquote className="theirs">{theirs}</blockquote>}
      <div className="actions">
        <button type="button" className="button button-quiet" onClick={() => onSettle(theirs)}>
          Använd den andras
        </button>
        <button type="button" className="link-button" onClick={() => onSettle(undefined)}>
          Behåll min
        </button>
      </div>
    </div>
  );
}
