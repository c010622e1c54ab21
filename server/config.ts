/** What the surroundings decide, read once: a mistyped variable stops the program instead of meaning something else. */
import { resolve } from "node:path";
import { projectRoot } from "./root.ts";

export interface Config {
  readonly port: number;
  readonly dataDir: string;
  /** PostgreSQL; without it one SQLite file in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Scheme and host of every printed address, without a slash at the end. */
  readonly publicUrl: string;
  readonly rateLimit: RateLimit | "off";
  readonly logLevel: LogLevel;
  /** Number of proxies in front whose `X-Forwarded-For` is believed. */
  readonly trustProxy: number;
}

/** Requests a minute. */
export interface RateLimit {
  readonly perLink: number;
  readonly perAddress: number;
}

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** A whole agency sits behind one address, and everybody in it may use the same link: 100 and 200 requests a second. */
const DEFAULT_RATE_LIMIT = "6000,12000";

/**
 * Reads the environment; what the command line says (`overrides`) goes before it.
 *
 * @throws {ConfigError} naming every variable that is wrong, with what it may be
 */
export function configFrom(env: Environment, overrides: { readonly data?: string | undefined } = {}): Config {
  const wrong: string[] = [];
  const read = <T>(name: string, fallback: string, what: string, parse: (text: string) => T | undefined): T => {
    const text = env[name]?.trim() || fallback;
    const value = parse(text);
    if (value === undefined) wrong.push(`${name} ska vara ${what}, men är ”${text}”`);
    return value as T;
  };
  const port = read("PORT", "3000", "ett portnummer mellan 0 och 65535", (text) => wholeNumber(text, 0, 65_535));
  const config: Config = {
    port,
    dataDir: resolve(projectRoot, overrides.data ? resolve(overrides.data) : env.DATA_DIR?.trim() || "data/runtime"),
    databaseUrl: read("DATABASE_URL", "", "en adress som börjar med postgres://", parseDatabaseUrl) || undefined,
    publicUrl: read(
      "PUBLIC_URL",
      `http://localhost:${wrong.length === 0 ? port : 3000}`,
      "en webbadress utan sökväg",
      parseOrigin,
    ),
    rateLimit: read("RATE_LIMIT", DEFAULT_RATE_LIMIT, "”off” eller två tal per minut, som 6000,12000", parseRateLimit),
    logLevel: read("LOG_LEVEL", "info", `något av ${LOG_LEVELS.join(", ")}`, (text) =>
      LOG_LEVELS.find((level) => level === text),
    ),
    trustProxy: read("TRUST_PROXY", "0", "antalet proxyservrar framför, 0–10", (text) => wholeNumber(text, 0, 10)),
  };
  if (wrong.length > 0)
    throw new ConfigError(`Fel i miljövariablerna:\n${wrong.map((line) => `– ${line}.`).join("\n")}`);
  return config;
}

const wholeNumber = (text: string, low: number, high: number): number | undefined =>
  /^\d{1,9}$/.test(text) && Number(text) >= low && Number(text) <= high ? Number(text) : undefined;

const parseDatabaseUrl = (text: string): string | undefined =>
  text === "" || /^postgres(ql)?:\/\/\S+$/.test(text) ? text : undefined;

function parseOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

function parseRateLimit(text: string): RateLimit | "off" | undefined {
  if (text === "off") return "off";
  const [perLink, perAddress, ...more] = text.split(",").map((part) => wholeNumber(part.trim(), 1, 100_000_000));
  return perLink === undefined || perAddress === undefined || more.length > 0 ? undefined : { perLink, perAddress };
}
