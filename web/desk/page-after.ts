/** Where to go after signing in: only a page of the desk itself, never an address of somewhere else. */
export const pageAfter = (till: string | null): string =>
  till !== null && /^\/utredning(\/|\?|$)/.test(till) ? till : "/utredning";
