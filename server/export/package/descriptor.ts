/** datapackage.json: Data Package 2.0 (datapackage.org), the parts that both packages have in common. */
import type { TableField } from "./table-schema.ts";
import { TABLE_MISSING } from "./table-schema.ts";
import type { WrittenFile } from "./zip-files.ts";

const PROFILE = "https://datapackage.org/profiles/2.0";

export interface PackageFacts {
  readonly name: string;
  /** Different for different content: made of a hash. */
  readonly id: string;
  readonly title: string;
  /** The first paragraph stands alone as a summary. */
  readonly description: string;
  readonly version: string;
  /** ISO 8601 with time. */
  readonly created: string;
  readonly keywords: readonly string[];
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
  readonly sources: readonly { readonly title: string }[];
}

/** What is known of a file beside its path, size and hash. */
export interface ResourceFacts {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** Tables only. */
  readonly fields?: readonly TableField[];
  readonly missingValues?: readonly { readonly value: string; readonly label: string }[];
}

/** Nobody has said under which terms the figures may be used again. */
const LICENSES = [
  {
    name: "notspecified",
    title: "Villkor för vidare användning är inte angivna. Fråga den som har gett ut underlaget.",
  },
];

/** @throws {RangeError} when a resource is not among the written files */
export function describePackage(
  facts: PackageFacts,
  resources: readonly ResourceFacts[],
  written: readonly WrittenFile[],
): string {
  const descriptor = {
    $schema: `${PROFILE}/datapackage.json`,
    ...facts,
    licenses: LICENSES,
    resources: resources.map((resource) => describeResource(resource, written)),
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}

function describeResource({ fields, missingValues, ...facts }: ResourceFacts, written: readonly WrittenFile[]): object {
  const file = written.find(({ path }) => path === facts.path);
  if (file === undefined) throw new RangeError(`no such file in the package: ${facts.path}`);
  const format = facts.path.split(".").at(-1) ?? "";
  return {
    ...facts,
    ...(fields === undefined ? {} : { type: "table" }),
    format,
    mediatype: MEDIA_TYPES[format] ?? "application/octet-stream",
    encoding: "utf-8",
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(fields === undefined
      ? {}
      : {
          $schema: `${PROFILE}/dataresource.json`,
          schema: { $schema: `${PROFILE}/tableschema.json`, fields, missingValues: missingValues ?? TABLE_MISSING },
        }),
  };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  svg: "image/svg+xml",
  xml: "application/xml",
  txt: "text/plain",
};
