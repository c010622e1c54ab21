import { open, rename, rm } from "node:fs/promises";
import type Sqlite from "better-sqlite3";

/** 8 MB a step: the server answers in between. */
const FIRST_STEP = 2000;

/**
 * SQLite's online backup, while the database is in use. The file appears under its name only when it is whole.
 *
 * Changes made through `handle` itself are carried over as they happen; a change by another connection makes SQLite
 * begin again, so the steps grow each time that happens until one of them holds everything.
 */
export async function backupSqlite(handle: Sqlite.Database, file: string): Promise<{ bytes: number }> {
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  let step = FIRST_STEP;
  let left = Infinity;
  await handle.backup(unfinished, {
    progress({ remainingPages }) {
      if (remainingPages >= left) step *= 4;
      left = remainingPages;
      return step;
    },
  });
  const written = await open(unfinished, "r+");
  try {
    await written.sync();
    const { size } = await written.stat();
    await rename(unfinished, file);
    return { bytes: size };
  } finally {
    await written.close();
  }
}
