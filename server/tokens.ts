import { createHash, randomBytes } from "node:crypto";

/** A secret for an address or a header: 192 random bits, 32 characters that need no escaping. */
export const newToken = (): string => randomBytes(24).toString("base64url");

/** What is stored of a token. A plain hash is enough: the token has too much randomness to be guessed. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
