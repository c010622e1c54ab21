import { expect, test } from "vitest";
import { AT, revision } from "../../tests/store/small-study.ts";
import { onBothEngines } from "../../tests/store/on-both-engines.ts";

const released = { instrument: "party", version: 1, sha256: "aa", json: '{"pages":[]}', releasedAt: AT } as const;

onBothEngines((opened) => {
  test.each([
    "update released_definitions set json = '{}'",
    "update released_definitions set sha256 = 'bb' where version = 1",
    "delete from released_definitions",
    "update fielded_definitions set json = '[]'",
    "delete from fielded_definitions where instrument = 'staff'",
    "update revisions set answers = '{}'",
    "update revisions set signed_by = 'Någon annan'",
    "delete from revisions",
  ])("the database itself refuses: %s", async (text) => {
    const { store, database } = opened();
    await store.releaseDefinition(released);
    await store.saveRevision(await revision(store, { a: 1 }));
    await expect(database.run(text)).rejects.toThrow("never change");
    expect(await store.listReleased()).toEqual([released]);
    expect((await store.findResponseOf((await revision(store, {})).assignment))?.latest.answers).toEqual({ a: 1 });
  });

  test("what takes rows away by another road is refused too", async () => {
    const { store, database } = opened();
    await store.releaseDefinition(released);
    await store.saveRevision(await revision(store, { a: 1 }));
    const byAnotherRoad = {
      sqlite: [
        "insert or replace into released_definitions select instrument, version, 'bb', '{}', released_at from released_definitions",
        "insert or replace into fielded_definitions select id, study_id, instrument, version, municipality, 'bb', '{}' from fielded_definitions",
        `insert or replace into revisions select id, response_id, revision, kind, fielded_id, '{}', shown, base_revision, role,
          signed_by, saved_at, sha256 from revisions`,
      ],
      postgresql: ["truncate released_definitions", "truncate fielded_definitions cascade", "truncate revisions"],
    };
    for (const text of byAnotherRoad[store.engine]) await expect(database.run(text)).rejects.toThrow("never change");
    expect(await store.listReleased()).toEqual([released]);
  });

  test("releasing the same bytes again changes nothing; other bytes are refused", async () => {
    const { store } = opened();
    expect(await store.releaseDefinition(released)).toBe("released");
    expect(await store.releaseDefinition({ ...released, releasedAt: "2027-01-01T00:00:00.000Z" })).toBe("already");
    expect(await store.releaseDefinition({ ...released, sha256: "bb", json: "{}" })).toBe("differs");
    expect(await store.listReleased()).toEqual([released]);
  });

  test("a fielded definition is read as it was stored", async () => {
    const { store } = opened();
    const [first] = await store.listFielded("prov");
    expect(first).toMatchObject({ study: "prov", instrument: "party", municipality: "1492", json: "{}" });
    expect(await store.getFielded(first?.id ?? 0)).toEqual(first);
    await expect(store.getFielded(999)).rejects.toThrow("invalid id");
  });
});
