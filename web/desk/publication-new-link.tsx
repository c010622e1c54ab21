import { useId, useState, type FormEvent, type ReactElement } from "react";
import type { NewPublicationLink } from "../../survey-definitions/wire.ts";
import { CopyButton } from "./copy-button.tsx";
import { drawPasscode } from "./passcode.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { makePublicationLink } from "./publication-api.ts";
import { QrCode } from "./qr-code.tsx";
import { todayHere } from "./today.ts";
import { useAction } from "./use-resource.ts";

interface Made {
  readonly url: string;
  readonly passcode: string;
}

/** The new address and its code: in view this once, since only hashes of them are stored. */
function NewLinkNotice({ made: { url, passcode }, onClose }: { made: Made; onClose: () => void }): ReactElement {
  return (
    <div className="new-address">
      <p>
        <strong>{passcode === "" ? "Kopiera adressen nu." : "Kopiera adressen och lösenordet nu."}</strong> De visas
        bara den här gången.
      </p>
      <div className="new-address-row">
        <div>
          <code className="address">{url}</code>
          <CopyButton text={url} what="adressen" />
          {passcode !== "" && (
            <>
              <p className="passcode">
                Lösenord: <code className="address">{passcode}</code>
              </p>
              <CopyButton text={passcode} what="lösenordet" />
              <p>Skicka lösenordet en annan väg än länken, till exempel per telefon eller sms.</p>
            </>
          )}
        </div>
        <QrCode text={url} />
      </div>
      <button type="button" className="link-button" onClick={onClose}>
        Gör en länk till
      </button>
    </div>
  );
}

interface Props {
  readonly study: string;
  readonly publication: string;
  readonly onMade: () => void;
}

/** Makes a link to a publication: until when, with a code or not, to look at only or to take along. */
export function PublicationNewLink({ study, publication, onMade }: Props): ReactElement {
  const [until, setUntil] = useState("");
  const [passcode, setPasscode] = useState("");
  const [download, setDownload] = useState(true);
  const [made, setMade] = useState<Made>();
  const { running, error, run } = useAction();
  const id = useId();
  const make = (event: FormEvent): void => {
    event.preventDefault();
    const link: NewPublicationLink = {
      download,
      ...(until === "" ? {} : { until }),
      ...(passcode === "" ? {} : { passcode }),
    };
    void run(async () => {
      const { url } = await makePublicationLink(study, publication, link);
      setMade({ url, passcode });
      onMade();
    });
  };
  const again = (): void => {
    setMade(undefined);
    setPasscode("");
  };
  if (made !== undefined) return <NewLinkNotice made={made} onClose={again} />;
  return (
    <form className="new-link" onSubmit={make}>
      <div className="limits">
        <div className="field">
          <label htmlFor={`${id}-until`}>Sista dag</label>
          <p className="help" id={`${id}-until-help`}>
            Räknas med. Tomt: tills du drar tillbaka den.
          </p>
          <input
            id={`${id}-until`}
            className="input"
            type="date"
            min={todayHere()}
            aria-describedby={`${id}-until-help`}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-code`}>Lösenord</label>
          <p className="help" id={`${id}-code-help`}>
            Minst {PASSCODE_LENGTH} tecken. Tomt: inget lösenord.
          </p>
          <input
            id={`${id}-code`}
            className="input"
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            minLength={PASSCODE_LENGTH}
            maxLength={200}
            aria-describedby={`${id}-code-help`}
            value={passcode}
            onChange={(event) => setPasscode(event.target.value)}
          />
          <button type="button" className="link-button" onClick={() => setPasscode(drawPasscode())}>
            Föreslå ett lösenord
          </button>
        </div>
      </div>
      <fieldset className="views">
        <legend className="visually-hidden">Vad länken öppnar</legend>
        <label className="view">
          <input type="radio" name={`${id}-download`} checked={download} onChange={() => setDownload(true)} />
          Titta och ladda ner
        </label>
        <label className="view">
          <input type="radio" name={`${id}-download`} checked={!download} onChange={() => setDownload(false)} />
          Bara titta
        </label>
      </fieldset>
      <ProblemNotice error={error} />
      <button className="button" disabled={running}>
        Gör en länk
      </button>
    </form>
  );
}

/** What the server asks of a code. */
const PASSCODE_LENGTH = 6;
