/** From a study file to a stored study with everything that is asked in it. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import canonicalize from "canonicalize";
import type { Instrument } from "../../survey-definitions/codes.ts";
import { assignmentsOf, parseStudy } from "../../survey-definitions/parse-study.ts";
import type { Problem } from "../../survey-definitions/problem.ts";
import { resolveDefinition } from "../../survey-definitions/resolve.ts";
import type { Study } from "../../survey-definitions/study.ts";
import { projectRoot } from "../root.ts";
import type { FieldedDefinitionRow, ReleasedDefinitionRow, Store } from "../store/store.ts";
import type { Reference } from "./reference.ts";

export type CreatedStudy =
  | { readonly status: "created" | "exists"; readonly study: Study }
  | { readonly status: "invalid"; readonly problems: readonly Problem[] };

/**
 * Releases the definitions that the study asks for, resolves them for each municipality and stores all of it. `file`
 * is the study file as parsed JSON.
 */
export async function createStudy(
  store: Store,
  reference: Reference,
  file: unknown,
  at: string,
): Promise<CreatedStudy> {
  const parsed = parseStudy(file, reference);
  if ("problems" in parsed) return { status: "invalid", problems: parsed.problems };
  const { study } = parsed;
  const fielded = await Promise.all(
    study.instruments.map(async ({ instrument, version }) => {
      const released = await readDefinition(instrument, version);
      const outcome = await store.releaseDefinition({ ...released, releasedAt: at });
      if (outcome === "differs") {
        throw new Error(`survey-definitions/${instrument}/v${version} differs from the released one in the database`);
      }
      return fieldedDefinitions(study, released, reference);
    }),
  );
  const status = await store.createStudy(study, assignmentsOf(study), fielded.flat(), at);
  return { status, study };
}

/** The definition as written, with the SHA-256 of its bytes. */
export async function readDefinition(
  instrument: Instrument,
  version: number,
): Promise<Omit<ReleasedDefinitionRow, "releasedAt">> {
  const json = await readFile(definitionFile(instrument, version), "utf8");
  return { instrument, version, sha256: sha256(json), json };
}

export const definitionFile = (instrument: Instrument, version: number): string =>
  join(projectRoot, "survey-definitions", instrument, `v${version}`, "survey.json");

function fieldedDefinitions(
  study: Study,
  { instrument, version, json }: Omit<ReleasedDefinitionRow, "releasedAt">,
  { municipalityNames }: Reference,
): readonly Omit<FieldedDefinitionRow, "id">[] {
  const released = JSON.parse(json) as object;
  const municipalities = instrument === "follow-up" ? [""] : study.municipalities;
  return municipalities.map((municipality) => {
    const place = { study, municipality: municipality || undefined, party: undefined, municipalityNames };
    const resolved = canonicalize(resolveDefinition(released, place)) ?? "{}";
    return { study: study.id, instrument, version, municipality, sha256: sha256(resolved), json: resolved };
  });
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
