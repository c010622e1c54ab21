import type { ReactElement } from "react";
import type { CoverageCell } from "../../survey-definitions/wire.ts";
import { fetchLinks, withdrawLink } from "./api.ts";
import { LinkList } from "./link-list.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { useAction, useResource } from "./use-resource.ts";

interface Props {
  readonly cell: CoverageCell;
  readonly study: string;
  readonly onChanged: () => void;
}

/** The links of one cell that are in force, each of which can be withdrawn. */
export function CellLinks({ cell, study, onChanged }: Props): ReactElement {
  // Made anew when the number changes: a new link belongs in the list.
  const links = useResource(`links ${study} ${cell.links}`, (signal) => fetchLinks(study, signal), true);
  const { running, error, run } = useAction();
  const own = (links.data ?? []).filter(
    ({ instrument, party, municipality, withdrawnAt }) =>
      withdrawnAt === undefined &&
      instrument === cell.instrument &&
      party === cell.party &&
      municipality === cell.municipality,
  );
  const withdraw = (id: string): void => {
    void run(async () => {
      await withdrawLink(study, id);
      links.reload();
      onChanged();
    });
  };
  return (
    <>
      <ProblemNotice error={links.error ?? error} />
      <LinkList links={own} disabled={running} onWithdraw={withdraw} />
    </>
  );
}
