import { describe, expect, it } from "vitest";
import { localBuffer } from "./local-buffer.ts";

class FakeStorage {
  readonly items = new Map<string, string>();
  getItem = (name: string): string | null => this.items.get(name) ?? null;
  setItem = (name: string, value: string): void => void this.items.set(name, value);
  removeItem = (name: string): void => void this.items.delete(name);
}
const unsent = { base: {}, revision: 2, current: { a: 1 }, shown: ["a"], unconfirmed: [] };
const bufferOn = (storage: FakeStorage, token = "hemlig-lank") => {
  const place = () => storage as unknown as Storage;
  return localBuffer(token, { unsent: place, session: place });
};

describe("the buffer on this device", () => {
  it("gives back what was written, until it is cleared", () => {
    const buffer = bufferOn(new FakeStorage());
    expect(buffer.write(unsent)).toBe(true);
    expect(buffer.read()).toEqual(unsent);
    buffer.clear();
    expect(buffer.read()).toBeUndefined();
  });

  it("keeps links apart, and writes no token down", () => {
    const storage = new FakeStorage();
    bufferOn(storage).write(unsent);
    expect(bufferOn(storage, "annan-lank").read()).toBeUndefined();
    expect(JSON.stringify([...storage.items])).not.toContain("hemlig-lank");
  });

  it("takes something unreadable for nothing", () => {
    const storage = new FakeStorage();
    bufferOn(storage).write(unsent);
    for (const name of storage.items.keys()) {
      for (const bad of [
        "{",
        "[]",
        '{"base":1}',
        '{"base":{},"current":[],"revision":1,"shown":[],"unconfirmed":[]}',
      ]) {
        storage.items.set(name, bad);
        expect(bufferOn(storage).read()).toBeUndefined();
      }
    }
  });

  it("says so when the browser keeps nothing, and goes on", () => {
    const off = (): never => {
      throw new Error("storage is switched off");
    };
    const refusing = localBuffer("t", { unsent: off, session: off });
    expect(refusing.write(unsent)).toBe(false);
    expect(refusing.read()).toBeUndefined();
  });

  it("keeps the answers of one link apart by their session", () => {
    const buffer = bufferOn(new FakeStorage());
    buffer.writeSession("vår");
    buffer.write(unsent);
    buffer.writeSession("höst");
    expect(buffer.read()).toBeUndefined();
  });

  it("lets go of what had no session when it gets one", () => {
    const storage = new FakeStorage();
    const buffer = bufferOn(storage);
    buffer.write(unsent);
    buffer.writeSession("vår");
    expect(storage.items.size).toBe(1);
    expect(buffer.readSession()).toBe("vår");
  });

  it("leaves nothing on the device once it is told to forget", () => {
    const storage = new FakeStorage();
    const buffer = bufferOn(storage);
    buffer.writeSession("vår");
    buffer.write(unsent);
    buffer.forget();
    expect(storage.items.size).toBe(0);
  });
});
