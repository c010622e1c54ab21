import { useState, type ReactElement } from "react";
import { formatNumber } from "../../reports/text/format.ts";
import type { LinkSummary, StudyDetail } from "../../survey-definitions/wire.ts";
import { Choice } from "./coverage-filter-bar.tsx";
import { LinkList } from "./link-list.tsx";
import { placeLabel } from "./place-label.ts";
import { instrumentsOf } from "./use-coverage-filter.ts";
import { INSTRUMENT_LABELS } from "./words.ts";

/** Links in force in view at once; the rest when they are asked for. */
const LINKS_AT_ONCE = 50;
/** From so many on, the list can be narrowed. */
const LONG_LIST = 12;

interface Props {
  readonly detail: StudyDetail;
  readonly links: readonly LinkSummary[];
  readonly disabled: boolean;
  readonly onWithdraw: (id: string) => void;
}

function linkLabel(detail: StudyDetail, link: LinkSummary): string {
  const place = placeLabel(detail, link);
  const instrument = INSTRUMENT_LABELS[link.instrument ?? "party"];
  if (place === "") return instrument;
  return link.instrument === undefined || link.instrument === "party"
    ? place
    : `${place} (${instrument.toLowerCase()})`;
}

/** The links that can be used, with what has come through each, narrowed by questionnaire and by words. */
export function LinksInForce({ detail, links, disabled, onWithdraw }: Props): ReactElement {
  const [instrument, setInstrument] = useState("");
  const [search, setSearch] = useState("");
  const [most, setMost] = useState(LINKS_AT_ONCE);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = links
    .filter((link) => instrument === "" || link.instrument === instrument)
    .map((link) => ({ link, label: linkLabel(detail, link) }))
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const labels = new Map(found.map(({ link, label }) => [link.id, label]));
  const instruments = instrumentsOf(detail.study.instruments);
  return (
    <>
      {links.length > LONG_LIST && (
        <div className="choices" role="group" aria-label="Urval">
          {instruments.length > 1 && (
            <Choice
              label="Enkät"
              all="Alla enkäter"
              options={instruments.map((code) => [code, INSTRUMENT_LABELS[code]] as const)}
              value={instrument}
              onChange={setInstrument}
            />
          )}
          <label className="choice">
            <span>Sök part eller kommun</span>
            <input type="search" className="input" value={search} onChange={(event) => setSearch(event.target.value)} />
          </label>
          <p className="soft choices-sum" role="status">
            {formatNumber(found.length)} länkar
          </p>
        </div>
      )}
      <LinkList
        links={found.slice(0, most).map(({ link }) => link)}
        labelOf={({ id }) => labels.get(id) ?? ""}
        disabled={disabled}
        onWithdraw={onWithdraw}
      />
      {found.length > most && (
        <button type="button" className="link-button" onClick={() => setMost(most + LINKS_AT_ONCE)}>
          Visa {formatNumber(Math.min(LINKS_AT_ONCE, found.length - most))} länkar till
        </button>
      )}
    </>
  );
}
