/** What counts as a small number of persons, and what anybody may know of one that is hidden. */
export interface SmallCounts {
  readonly threshold: number;
  /** How many whole numbers apart the ends of an attacker's interval must at least be for a small count. */
  readonly protection: number;
  /** Both included; `high` below `low` where nothing is small. */
  readonly low: number;
  readonly high: number;
}

/**
 * From 1 to the threshold minus 1. With the threshold 2 that would be the number 1 alone, and to hide it would be to tell
 * it: then 0 is small too.
 *
 * `protection`: wanted width; the rule itself tells that a hidden small count is in [low, high], so it is never wider
 */
export function smallCounts(threshold: number, protection?: number): SmallCounts {
  const [low, high] = [threshold === 2 ? 0 : 1, threshold - 1];
  const widest = Math.max(0, high - low);
  return { threshold, low, high, protection: Math.min(Math.max(1, protection ?? threshold - 2), widest) };
}

export const isSmall = ({ low, high }: SmallCounts, value: number): boolean => value >= low && value <= high;
