import { useState, type FormEvent, type ReactElement } from "react";
import { OPEN_INSTRUMENTS, type Instrument } from "../../survey-definitions/codes.ts";
import { formatNumber } from "../../reports/text/format.ts";
import type { CoverageCell, StudyDetail } from "../../survey-definitions/wire.ts";
import type { LinkLimits } from "./api.ts";
import { Choice } from "./coverage-filter-bar.tsx";
import { LinkLimitFields, limitsFrom, NO_LIMITS } from "./link-limits.tsx";
import { INSTRUMENT_LABELS } from "./words.ts";

/** Who gets a link to each questionnaire. */
const WHO: Record<Instrument, string> = {
  party: "En länk till varje part för varje kommun den svarar för. Bara den som har länken kan svara.",
  staff:
    "En länk till personalen hos varje part i varje kommun. Alla som arbetar där svarar genom samma länk, anonymt, en gång var.",
  case: "En länk till varje part för varje kommun, för att svara på de påhittade fallen.",
  voice: "En länk för varje kommun. Sätt upp bladet eller dela adressen där unga och vårdnadshavare finns.",
  "follow-up": "En enda länk, för den som följer upp projektet. Samma länk gäller för alla perioder.",
};

interface Props {
  readonly detail: StudyDetail;
  readonly instrument: Instrument;
  readonly cells: readonly CoverageCell[];
  readonly running: boolean;
  /** Links made so far, while they are being made. */
  readonly progress: number;
  readonly onMake: (cells: readonly CoverageCell[], limits: LinkLimits) => void;
}

const lacksLink = ({ instrument, links, status }: CoverageCell): boolean =>
  links === 0 && (OPEN_INSTRUMENTS.has(instrument) || status === "not_started" || status === "draft");

function buttonText(count: number, running: boolean, progress: number): string {
  if (running) return `Gör länkar … ${formatNumber(progress)} klara`;
  return count === 1 ? "Gör länken som saknas" : `Gör de ${formatNumber(count)} länkar som saknas`;
}

/** Makes the links to one questionnaire that are missing, everywhere or in one municipality. */
export function MakeLinksForm(props: Props): ReactElement {
  const { detail, instrument, cells, running, progress, onMake } = props;
  const { study, municipalityNames } = detail;
  const [municipality, setMunicipality] = useState("");
  const [texts, setTexts] = useState(NO_LIMITS);
  const open = OPEN_INSTRUMENTS.has(instrument);
  const own = cells.filter(
    (cell) => cell.instrument === instrument && (municipality === "" || cell.municipality === municipality),
  );
  const missing = own.filter(lacksLink);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onMake(missing, limitsFrom(texts));
  };
  return (
    <form className="make-links" aria-labelledby={`make-${instrument}`} onSubmit={submit}>
      <h3 id={`make-${instrument}`}>{INSTRUMENT_LABELS[instrument]}</h3>
      <p>{WHO[instrument]}</p>
      {study.municipalities.length > 1 && instrument !== "follow-up" && (
        <Choice
          label="För"
          all="Alla kommuner"
          options={study.municipalities.map((code) => [code, municipalityNames[code] ?? code] as const)}
          value={municipality}
          onChange={setMunicipality}
        />
      )}
      {missing.length === 0 ? (
        <p className="soft">
          {own.length === 1 ? "Länken finns." : `Alla ${formatNumber(own.length)} har en länk.`} Behövs en ny? Öppna
          rutan under Läget.
        </p>
      ) : (
        <>
          {open && <LinkLimitFields value={texts} onChange={setTexts} />}
          <p className="soft">
            {formatNumber(missing.length)} av {formatNumber(own.length)} saknar länk.
          </p>
          <button className="button" disabled={running}>
            {buttonText(missing.length, running, progress)}
          </button>
        </>
      )}
    </form>
  );
}
