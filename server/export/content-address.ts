/** What a publication is known by: the SHA-256 of its bytes, and the bytes are its JSON in the one form of RFC 8785. */
import { createHash } from "node:crypto";
import type { Publication } from "../../reports/publication/publication.ts";
import { canonicalJson } from "../store/canonical-json.ts";

/** The bytes that are frozen: what is stored, handed out as JSON, and hashed. */
export const frozenBytes = (publication: Publication): Uint8Array =>
  new TextEncoder().encode(canonicalJson(publication));

/** Hexadecimal, of the frozen bytes. */
export const contentAddress = (publication: Publication): string =>
  createHash("sha256").update(frozenBytes(publication)).digest("hex");
