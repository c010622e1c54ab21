import { expect, test } from "vitest";
import { ConfigError, configFrom } from "../../server/config.ts";

test("without variables everything has a default", () => {
  expect(configFrom({})).toMatchObject({
    port: 3000,
    publicUrl: "http://localhost:3000",
    databaseUrl: undefined,
    logLevel: "info",
    trustProxy: 0,
  });
});

test("the data folder of the command line goes before the environment", () => {
  expect(configFrom({ DATA_DIR: "/a" }).dataDir).toBe("/a");
  expect(configFrom({ DATA_DIR: "/a" }, { data: "/b" }).dataDir).toBe("/b");
});

test("one error names every variable that is wrong", () => {
  const wrong = {
    PORT: "80x",
    RATE_LIMIT: "fast",
    LOG_LEVEL: "loud",
    PUBLIC_URL: "https://a.se/path",
    TRUST_PROXY: "yes",
  };
  expect(() => configFrom(wrong)).toThrow(ConfigError);
  for (const name of Object.keys(wrong)) expect(() => configFrom(wrong)).toThrow(name);
  expect(() => configFrom({ DATABASE_URL: "mysql://x" })).toThrow("DATABASE_URL");
});

test("a public address keeps its host and loses its slash", () => {
  expect(configFrom({ PUBLIC_URL: "https://kartan.example/" }).publicUrl).toBe("https://kartan.example");
});

test("a wrong port is not told of twice", () => {
  expect(() => configFrom({ PORT: "80x" })).toThrow(/^[^–]*– PORT[^–]*$/);
});
