/** The investigator's proposals as they are sent: from JSON of unknown shape to a list, or everything that is wrong. */
import type { Problem } from "../../survey-definitions/problem.ts";
import { join, StudyReader } from "../../survey-definitions/study-reader.ts";
import type { Study, StudyProposal } from "../../survey-definitions/study.ts";

const KINDS = ["proposal", "basis", "transfer"] as const;
const FIELDS = ["id", "kind", "municipality", "party", "what", "who", "by"] as const;

const LONGEST_PROPOSAL = 5000;

type ReadProposals =
  | { readonly proposals: readonly StudyProposal[]; readonly problems?: never }
  | { readonly problems: readonly Problem[] };

/** Every problem names its field (`proposals[2].by`). Places are those of the study. Never throws. */
export function readProposals({ municipalities, parties }: Study, list: readonly unknown[]): ReadProposals {
  const reader = new StudyReader();
  const ids: (string | undefined)[] = [];
  const proposals = list.flatMap((entry, i): StudyProposal[] => {
    const field = `proposals[${i}]`;
    const given = reader.fields(entry, field, FIELDS);
    if (!given) return [];
    const optional = <T>(name: (typeof FIELDS)[number], read: (value: unknown, at: string) => T | undefined) =>
      given[name] === undefined ? undefined : read(given[name], join(field, name));
    const id = reader.text(given["id"], join(field, "id"));
    ids[i] = id;
    const kind = reader.oneOf(given["kind"], join(field, "kind"), KINDS);
    const what = reader.text(given["what"], join(field, "what"), LONGEST_PROPOSAL);
    const place = {
      municipality: optional("municipality", (value, at) => reader.oneOf(value, at, municipalities)),
      party: optional("party", (value, at) =>
        reader.oneOf(
          value,
          at,
          parties.map((party) => party.id),
        ),
      ),
      who: optional("who", (value, at) => reader.text(value, at)),
      by: optional("by", (value, at) => reader.date(value, at)),
    };
    if (id === undefined || kind === undefined || what === undefined) return [];
    const { municipality, party, who, by } = place;
    return [
      {
        id,
        kind,
        ...(municipality === undefined ? {} : { municipality }),
        ...(party === undefined ? {} : { party }),
        what,
        ...(who === undefined ? {} : { who }),
        ...(by === undefined ? {} : { by }),
      },
    ];
  });
  reader.distinct([...ids], (i) => `proposals[${i}].id`);
  return reader.problems.length > 0 ? { problems: reader.problems } : { proposals };
}
