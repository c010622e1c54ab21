import { useId, useRef, useState, type ReactElement } from "react";

interface Props {
  readonly label: string;
  readonly accept: string;
  readonly onText?: (text: string) => void;
  readonly onFile?: (file: File) => void;
}

/** A button that picks one file, and says which. Text is read as UTF-8. */
export function FileChoice({ label, accept, onText, onFile }: Props): ReactElement {
  const [name, setName] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const select = (): void => {
    const file = input.current?.files?.[0];
    if (file === undefined) return;
    setName(file.name);
    onFile?.(file);
    if (onText !== undefined) void file.text().then(onText);
  };
  return (
    <div className="file-choice">
      <input ref={input} id={id} className="visually-hidden" type="file" accept={accept} onChange={select} />
      <label htmlFor={id} className="button button-quiet">
        {label}
      </label>
      <span className="soft" role="status">
        {name === undefined ? "" : `Vald fil: ${name}`}
      </span>
    </div>
  );
}
