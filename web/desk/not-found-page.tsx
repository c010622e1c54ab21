import type { ReactElement } from "react";
import { Link } from "react-router";
import { PageTitle } from "./page-title.tsx";

export function NotFoundPage(): ReactElement {
  return (
    <div className="page">
      <PageTitle title="Sidan finns inte">Sidan finns inte</PageTitle>
      <p className="lead">Adressen leder ingenstans. Den kan vara felskriven, eller så har sidan flyttat.</p>
      <div className="actions">
        <Link className="button" to="/utredning">
          Till studierna
        </Link>
      </div>
    </div>
  );
}
