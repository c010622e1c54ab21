/**
 * The address of a link as it may stand in a report, or undefined where it may not: http, https and mailto alone, written
 * out, without spaces and quotes. Nothing is resolved against where the report happens to be read.
 */
export function safeAddress(url: string): string | undefined {
  const address = url.trim();
  if (!/^(?:https?:\/\/[^/?#\s]|mailto:[^\s@?]+@[^\s@?]+)/i.test(address)) return undefined;
  return address.replace(/[\s"'<>\\^`{|}]/g, (character) => encodeURIComponent(character).replace("'", "%27"));
}
