import { useState, type ReactElement } from "react";
import { makeViewLink } from "./api.ts";
import { NewAddress } from "./new-address.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction } from "./use-resource.ts";

/** A link to the report of an example study, such as a board gets. */
export function ViewLink({ study, onMade }: { study: string; onMade: () => void }): ReactElement {
  const [url, setUrl] = useState<string>();
  const { running, error, run } = useAction();
  const make = (): void => {
    void run(async () => {
      setUrl((await makeViewLink(study)).url);
      onMade();
    });
  };
  return (
    <>
      <h2>Länk till styrelsen</h2>
      <p>Den som har länken kan läsa rapporten utan att logga in. Den gäller bara exempel med påhittade svar.</p>
      <ProblemNotice error={error} />
      {url === undefined ? (
        <button type="button" className="button button-quiet" onClick={make} disabled={running}>
          Gör en länk till rapporten
        </button>
      ) : (
        <NewAddress url={url} />
      )}
    </>
  );
}
