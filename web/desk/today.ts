const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** ISO date of a moment where the reader is. */
export const dayHere = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, "0")}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;

export const todayHere = (): string => dayHere(new Date());
