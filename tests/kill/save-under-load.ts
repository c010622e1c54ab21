/**
 * A process that saves answers without pause until it is killed, and writes one line for each save that the store has
 * acknowledged: `assignment revision sha256`. `node save-under-load.ts '{"file": …}' FIELDED ASSIGNMENT…`
 */
import { writeSync } from "node:fs";
import { openStore } from "../../server/store/open.ts";

const [where = "{}", fielded, ...assignments] = process.argv.slice(2);
const store = await openStore(JSON.parse(where) as { file?: string; databaseUrl?: string });

async function saveAll(assignment: number): Promise<void> {
  let baseRevision = (await store.findResponseOf(assignment))?.latest.revision ?? 0;
  for (;;) {
    const outcome = await store.saveRevision({
      assignment,
      kind: baseRevision % 3 === 0 ? "submitted" : "draft",
      fielded: Number(fielded),
      answers: { n_known: baseRevision, note: "svar ".repeat(600) },
      shown: ["n_known", "note"],
      role: "respondent",
      baseRevision,
      savedAt: new Date().toISOString(),
    });
    if (outcome.status !== "saved") throw new Error(`a save was answered by ${outcome.status}`);
    baseRevision = outcome.revision.revision;
    writeSync(1, `${assignment} ${baseRevision} ${outcome.revision.sha256}\n`);
  }
}

await Promise.all(assignments.map((assignment) => saveAll(Number(assignment))));
