import type { ReactElement } from "react";
import { findIdentityNumber } from "../../survey-definitions/identity-number.ts";

/** Whether the server will refuse a text. */
export const hasIdentityNumber = (text: string): boolean => findIdentityNumber(text) !== undefined;

/** At the field where the number stands: the server says only that there is one. */
export const IdentityNumberError = ({ id, text }: { id: string; text: string }): ReactElement | null =>
  hasIdentityNumber(text) ? (
    <p className="field-error" id={id}>
      Här står ett personnummer eller samordningsnummer. Ta bort det: inget sparas så länge det står kvar.
    </p>
  ) : null;
