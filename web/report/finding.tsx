import { memo, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import type { Tables } from "../../reports/section.ts";
import type { SectionReport } from "../../reports/report.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { DrawingBoundary } from "./drawing-boundary.tsx";
import type { Drawing } from "./drawings.ts";
import { FindingFoot, type DownloadAddress } from "./finding-foot.tsx";
import { useNear } from "./use-near.ts";
import { usePrinting } from "./use-printing.ts";

/** What is said where there is nothing to show: what happened, what it means, what to do. */
const NOTHING_TO_SHOW: Record<Exclude<SectionReport["status"], "ok">, ReactNode> = {
  "no-answers": "Ingen har svarat på det här än. Avsnittet fylls i av sig självt när det första svaret kommer in.",
  "too-few": "För få har svarat för att det ska gå att säga något. Avsnittet visas när fler svar har kommit in.",
  failed:
    "Det gick inte att räkna ut det här avsnittet. De andra avsnitten påverkas inte. Felet är antecknat, så att den som sköter systemet kan rätta det.",
};

interface Props {
  readonly section: Drawing;
  /** Missing until it has been fetched. */
  readonly entry: SectionReport | undefined;
  /** The figures are of the selection before; new ones are on their way. */
  readonly stale: boolean;
  readonly invented: boolean;
  readonly focus: string | undefined;
  readonly downloads: DownloadAddress | undefined;
  readonly definitions: readonly string[];
  /** Told when the section comes near the screen and when it goes away. */
  readonly onNear: (id: string, near: boolean) => void;
}

const tablesOf = (entry: SectionReport): Tables => Object.fromEntries(entry.tables.map((table) => [table.id, table]));

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, "");

type ContentProps = Omit<Props, "entry" | "stale" | "onNear"> & {
  readonly entry: SectionReport;
  readonly headingId: string;
  /** Charts are drawn when they are about to be seen, and stay. */
  readonly drawn: boolean;
};

function FindingContent(props: ContentProps): ReactElement {
  const { entry, section, headingId } = props;
  const [headline, ...sentences] = entry.sentences;
  const tables = useMemo(() => tablesOf(entry), [entry]);
  const title = headline === undefined ? entry.question : withoutStop(headline);
  const charts = section.charts.flatMap((chart) => {
    const made = entry.charts.find(({ id }) => id === chart.id);
    return made === undefined ? [] : [{ chart, ...made }];
  });
  const titles = new Set(charts.map((chart) => chart.title));
  // What a chart says in its title is not said twice.
  const text = sentences.filter((sentence) => !titles.has(withoutStop(sentence))).join(" ");
  return (
    <>
      {headline !== undefined && <p className="finding-question">{entry.question}</p>}
      <h2 id={headingId}>{title}</h2>
      {entry.status !== "ok" && <p className="finding-empty">{NOTHING_TO_SHOW[entry.status]}</p>}
      {text !== "" && <p>{text}</p>}
      {charts.map(({ chart, title: chartTitle, description }) => (
        <DrawingBoundary key={chart.id}>
          <ChartFigure
            chart={chart}
            tables={tables}
            description={description}
            invented={props.invented}
            focus={props.focus}
            titled={chartTitle !== title}
            drawn={props.drawn}
          />
        </DrawingBoundary>
      ))}
      <FindingFoot entry={entry} downloads={props.downloads} definitions={props.definitions} />
    </>
  );
}

/** One question of the report: the answer as a headline, the charts, and how it is known. */
export const Finding = memo(function Finding(props: Props): ReactElement {
  const { entry, section, stale, onNear } = props;
  const element = useRef<HTMLElement>(null);
  const near = useNear(element);
  const printing = usePrinting();
  const [seen, setSeen] = useState(false);
  if (near && !seen) setSeen(true);
  useEffect(() => {
    onNear(section.id, near);
    return () => onNear(section.id, false);
  }, [section.id, near, onNear]);

  const headingId = `${section.id}-rubrik`;
  return (
    <section
      ref={element}
      className={stale && entry !== undefined ? "finding finding-stale" : "finding"}
      id={section.id}
      aria-labelledby={headingId}
      aria-busy={stale}
      tabIndex={-1}
    >
      {entry === undefined ? (
        <div className="finding-coming">
          <h2 id={headingId}>{section.question}</h2>
          <p className="soft no-print">Avsnittet hämtas …</p>
          <p className="print-only">
            Avsnittet var inte hämtat när sidan skrevs ut. Välj <em>Skriv ut</em> högst upp på sidan, så kommer allt
            med.
          </p>
        </div>
      ) : (
        <FindingContent {...props} entry={entry} headingId={headingId} drawn={seen || printing} />
      )}
    </section>
  );
});
