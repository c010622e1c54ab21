import { expect, test } from "vitest";
import { onBothEngines } from "../../tests/store/on-both-engines.ts";

const user = { id: "u1", email: "utredare@exempel.se", role: "investigator", passwordHash: undefined } as const;
const [MORNING, NOON, EVENING] = ["2026-03-01T06:00:00.000Z", "2026-03-01T12:00:00.000Z", "2026-03-01T18:00:00.000Z"];

onBothEngines((opened) => {
  test("an address belongs to one user, whatever its capitals", async () => {
    const { store } = opened();
    expect(await store.createUser(user, NOON)).toBe("created");
    expect(await store.createUser({ ...user, id: "u2", email: "Utredare@Exempel.se" }, NOON)).toBe("exists");
    expect(await store.findUserByEmail("UTREDARE@exempel.se")).toEqual(user);
    expect(await store.countUsers()).toBe(1);
    await store.setPassword("u1", "$argon2id$…");
    expect(await store.findUserByEmail(user.email)).toEqual({ ...user, passwordHash: "$argon2id$…" });
  });

  test("a login token works once, even when it is used twice at the same moment", async () => {
    const { store } = opened();
    await store.createUser(user, MORNING);
    await store.createLoginToken("u1", "h", EVENING);
    const taken = await Promise.all([store.takeLoginToken("h", NOON), store.takeLoginToken("h", NOON)]);
    expect(taken.filter((each) => each !== undefined)).toEqual([user]);
    expect(await store.takeLoginToken("h", NOON)).toBeUndefined();
  });

  test("a login token that is too old finds nobody", async () => {
    const { store } = opened();
    await store.createUser(user, MORNING);
    await store.createLoginToken("u1", "h", NOON);
    expect(await store.takeLoginToken("h", NOON)).toBeUndefined();
  });

  test("a session lasts until it runs out or is ended", async () => {
    const { store } = opened();
    await store.createUser(user, MORNING);
    await store.createSession("u1", "h1", MORNING, EVENING);
    await store.createSession("u1", "h2", MORNING, EVENING);
    expect(await store.findSession("h1", NOON)).toEqual(user);
    expect(await store.findSession("h1", EVENING)).toBeUndefined();
    await store.deleteSession("h1");
    expect(await store.findSession("h1", NOON)).toBeUndefined();
    expect(await store.findSession("h2", NOON)).toEqual(user);
  });

  test("an API token belongs to its user", async () => {
    const { store } = opened();
    await store.createUser(user, MORNING);
    await store.createApiToken("u1", "skript", "h", NOON);
    expect(await store.findApiToken("h")).toEqual(user);
    expect(await store.findApiToken("annan")).toBeUndefined();
  });
});
