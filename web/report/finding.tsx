import { useMemo, type ReactElement, type ReactNode } from "react";
import type { Section, Tables } from "../../reports/section.ts";
import type { SectionReport } from "../../reports/report.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { FindingFoot, type DownloadAddress } from "./finding-foot.tsx";

/** What is said where there is nothing to show: what happened, what it means, what to do. */
const NOTHING_TO_SHOW: Record<Exclude<SectionReport["status"], "ok">, ReactNode> = {
  "no-answers": "Ingen har svarat på det här än. Avsnittet fylls i av sig självt när det första svaret kommer in.",
  "too-few": "För få har svarat för att det ska gå att säga något. Avsnittet visas när fler svar har kommit in.",
  failed:
    "Det gick inte att räkna ut det här avsnittet. De andra avsnitten påverkas inte. Felet är antecknat, så att den som sköter systemet kan rätta det.",
};

interface Props {
  readonly entry: SectionReport;
  /** Missing where the report knows a section that this page does not. */
  readonly section: Section | undefined;
  readonly invented: boolean;
  readonly focus: string | undefined;
  readonly downloads: DownloadAddress | undefined;
  readonly definitions: readonly string[];
}

const tablesOf = (entry: SectionReport): Tables => Object.fromEntries(entry.tables.map((table) => [table.id, table]));

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, "");

/** One question of the report: the answer as a headline, the charts, and how it is known. */
export function Finding(props: Props): ReactElement {
  const { entry, section } = props;
  const [headline, ...sentences] = entry.sentences;
  const headingId = `${entry.id}-rubrik`;
  const tables = useMemo(() => tablesOf(entry), [entry]);
  const charts = entry.status === "ok" ? (section?.charts ?? []) : [];
  const title = headline === undefined ? entry.question : withoutStop(headline);
  const titles = new Set(charts.map((chart) => chart.title(tables)));
  // What a chart says in its title is not said twice.
  const text = sentences.filter((sentence) => !titles.has(withoutStop(sentence))).join(" ");
  return (
    <section className="finding" id={entry.id} aria-labelledby={headingId} tabIndex={-1}>
      {headline !== undefined && <p className="finding-question">{entry.question}</p>}
      <h2 id={headingId}>{title}</h2>
      {entry.status !== "ok" && <p className="finding-empty">{NOTHING_TO_SHOW[entry.status]}</p>}
      {text !== "" && <p>{text}</p>}
      {charts.map((chart) => (
        <ChartFigure
          key={chart.id}
          chart={chart}
          tables={tables}
          invented={props.invented}
          focus={props.focus}
          titled={chart.title(tables) !== title}
        />
      ))}
      <FindingFoot entry={entry} downloads={props.downloads} definitions={props.definitions} />
    </section>
  );
}
