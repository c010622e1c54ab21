import type { ReactElement } from "react";

const LINE = /^([^:]{1,60}): (.+)$/s;

/** "Mamman: arbetar natt." as one sentence that begins with the role; a line of another shape stays as it is. */
export function Persons({ html }: { html: string }): ReactElement {
  const { body } = new DOMParser().parseFromString(html.replaceAll(/<br\s*\/?>/g, "\n"), "text/html");
  const lines = [...body.querySelectorAll("p")].flatMap((paragraph) => (paragraph.textContent ?? "").split("\n"));
  return (
    <>
      <h2 className="persons-title">{body.querySelector("h3")?.textContent ?? "Personerna"}</h2>
      <ul className="plain-list persons">
        {lines.map((line) => {
          const [, role, text] = LINE.exec(line) ?? [];
          return (
            <li key={line}>
              {role === undefined ? (
                line
              ) : (
                <>
                  <strong>{role}</strong> {text}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
