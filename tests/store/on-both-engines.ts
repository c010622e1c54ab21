/** runs a set of tests on both engines, each test with an empty database that holds the small study. */
import { afterEach, beforeEach, describe } from "vitest";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { ENGINES, createDatabase, type TestDatabase } from "./engines.ts";
import { createTestStudy } from "./small-study.ts";

export interface Opened {
  readonly store: Store;
  readonly database: TestDatabase;
}

export function onBothEngines(tests: (opened: () => Opened) => void): void {
  describe.each(ENGINES)("on %s", (engine) => {
    let opened: Opened | undefined;
    beforeEach(async () => {
      const database = await createDatabase(engine);
      opened = { database, store: await openStore(database.where) };
      await createTestStudy(opened.store);
    });
    afterEach(async () => {
      await opened?.store.close();
      await opened?.database.remove();
      opened = undefined;
    });
    tests(() => {
      if (opened === undefined) throw new Error("the database is opened before each test");
      return opened;
    });
  });
}
