/** Words that the report explains: found in its texts, and listed at its end. */
import { Fragment, type ReactElement, type ReactNode } from "react";
import type { ReportDocument } from "../../reports/publication/publication.ts";

export interface Term {
  /** Fragment of the page: "ord-netto". */
  readonly anchor: string;
  readonly term: string;
  readonly words: string;
  readonly source: string;
  /** Ids of the sections that use it. */
  readonly sections: readonly string[];
  /** How it is called in running text. */
  readonly found: RegExp | undefined;
}

/** What stands in the texts of a report for a term of the list. */
const CALLED: Readonly<Record<string, string>> = {
  "Gränser för olika personer": "linjärprogrammering",
  "Skattning av dem som ingen känner": "log-linjära modeller|Chapman",
  "Chaos nedre gräns": "Chaos nedre gräns|Chaos metod",
  "Median av intervall": "Turnbulls? metod|Turnbull|median av intervall",
  Netto: "netto",
  "Enighet om en ordning": "Kendalls W",
  "Samstämmighet på en skala": "samstämmighet(?:en)?",
  "Skillnad mellan två grupper": "Fishers exakta test",
  "Täthet och mellanposition": "täthet(?:en)?|mellanposition(?:en)?",
  Svarsandel: "svarsandel(?:en|ar|arna)?",
};

const anchorOf = (term: string): string =>
  `ord-${term
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")}`;

/** The list of terms that the section on methods carries; none where the document has no such section. */
export function termsOf({ sections }: ReportDocument): readonly Term[] {
  const table = sections.find(({ id }) => id === "methods")?.tables.find(({ id }) => id === "terms");
  const shown = new Set(sections.map(({ id }) => id));
  return (table?.rows ?? []).flatMap(({ term, words, source, sections: used }) => {
    if (typeof term !== "string" || typeof words !== "string") return [];
    const called = CALLED[term];
    return {
      term,
      words,
      anchor: anchorOf(term),
      source: typeof source === "string" && source !== "–" ? source : "",
      sections: typeof used === "string" ? used.split("|").filter((id) => shown.has(id)) : [],
      found: called === undefined ? undefined : new RegExp(`(?<![\\p{L}-])(?:${called})(?![\\p{L}])`, "iu"),
    };
  });
}

/** A text with the first mention of every term as a quiet link to where it is explained. */
export function Explained({ text, terms }: { text: string; terms: readonly Term[] }): ReactElement {
  return <>{withLinks(text, terms)}</>;
}

function withLinks(text: string, terms: readonly Term[]): readonly ReactNode[] {
  const hits = terms
    .flatMap(({ anchor, found }) => {
      const hit = found?.exec(text);
      return hit == null ? [] : [{ anchor, at: hit.index, word: hit[0] }];
    })
    .sort((a, b) => a.at - b.at);
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { anchor, at, word } of hits) {
    if (at < end) continue;
    parts.push(
      text.slice(end, at),
      <a key={anchor} className="term" href={`#${anchor}`}>
        {word}
      </a>,
    );
    end = at + word.length;
  }
  return [...parts, <Fragment key="rest">{text.slice(end)}</Fragment>];
}

/** Every term in plain Swedish, and where it is used. */
export function Glossary({ document, terms }: { document: ReportDocument; terms: readonly Term[] }): ReactElement {
  const questions = new Map(document.sections.map(({ id, question }) => [id, question]));
  return (
    <section className="finding glossary" id="ord" aria-labelledby="ord-rubrik" tabIndex={-1}>
      <h2 id="ord-rubrik">Ord i rapporten</h2>
      <dl>
        {terms.map(({ anchor, term, words, source, sections }) => (
          <div key={anchor} id={anchor} tabIndex={-1}>
            <dt>{term}</dt>
            <dd>
              {words}
              {source !== "" && <span className="help"> Källa: {source}.</span>}
              <span className="term-used">
                {sections.map((id) => (
                  <a key={id} href={`#${id}`}>
                    {questions.get(id)}
                  </a>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
