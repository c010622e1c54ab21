import { hash, verify } from "@node-rs/argon2";

export const MIN_PASSWORD_LENGTH = 12;

/** argon2id with 19 MiB, two passes, one lane: OWASP's first recommendation (Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), COST);

/** Somebody's hash of a password that nobody has: gives an unknown e-mail address the same work. */
let standIn: Promise<string> | undefined;

/**
 * True when the password is the one behind the hash. Takes as long without a hash, so that the time of the answer does
 * not tell whether an account exists.
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  standIn ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await standIn), password.normalize("NFC"));
  return matches && stored !== undefined;
}
