import { useEffect, useState, type ReactElement } from "react";

/** Copies a text, and says that it did; where the browser refuses, it says what to do instead. */
export function CopyButton({ text, what }: { text: string; what: string }): ReactElement {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), 6000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (): void => {
    // Absent where the page is not served over https.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const done = clipboard === undefined ? Promise.reject(new Error("no clipboard")) : clipboard.writeText(text);
    done.then(
      () => setSaid("Kopierad."),
      () => setSaid("Det gick inte att kopiera. Markera texten och kopiera den själv."),
    );
  };
  return (
    <span className="copy">
      <button type="button" className="button button-quiet" onClick={copy}>
        Kopiera {what}
      </button>
      <span role="status" className="soft small">
        {said}
      </span>
    </span>
  );
}
