/** No letters and figures that are taken for each other when somebody reads a code aloud or off a note. */
const SIGNS = "abcdefghjkmnpqrstuvxyz23456789";

/** A passcode to give by telephone: three groups of four signs, each drawn with the same chance; some 58 bits. */
export function drawPasscode(): string {
  const signs: string[] = [];
  // Values above the last whole multiple would make the first signs more common.
  const limit = 256 - (256 % SIGNS.length);
  while (signs.length < 12)
    for (const byte of crypto.getRandomValues(new Uint8Array(16)))
      if (byte < limit && signs.length < 12) signs.push(SIGNS.charAt(byte % SIGNS.length));
  return [0, 4, 8].map((from) => signs.slice(from, from + 4).join("")).join("-");
}
