/** What the example's three quarters of follow-up took: hours of the parties and kronor. */
export interface FollowUpMeans {
  /** Hours a month by party: planned, and used where it is known. */
  readonly hours: Readonly<Record<string, readonly [planned: number, actual?: number]>>;
  /** Kronor by line: budget and cost. */
  readonly money: Readonly<Record<string, readonly [budget: number, cost: number]>>;
}

export const FOLLOW_UP_MEANS: readonly FollowUpMeans[] = [
  {
    hours: {
      "ifo-amal": [20, 24],
      "ifo-vanersborg": [30, 38],
      arbetsformedlingen: [20, 11],
      forsakringskassan: [10, 9],
      bup: [10, 4],
      vuxenpsykiatrin: [10],
    },
    money: {
      staff: [210_000, 196_000],
      external: [60_000, 0],
      premises: [15_000, 15_000],
      activities: [12_000, 4_000],
      other: [5_000, 2_000],
    },
  },
  {
    hours: {
      "ifo-amal": [20, 22],
      "ifo-vanersborg": [30, 35],
      "ame-amal": [10, 12],
      arbetsformedlingen: [20, 14],
      forsakringskassan: [10, 10],
      bup: [10, 8],
      vuxenpsykiatrin: [10, 3],
    },
    money: {
      staff: [210_000, 214_000],
      external: [60_000, 48_000],
      premises: [15_000, 15_000],
      activities: [12_000, 9_500],
      other: [5_000, 6_000],
    },
  },
  {
    hours: {
      "ifo-amal": [20, 19],
      "ifo-vanersborg": [30, 31],
      "ame-amal": [10, 14],
      arbetsformedlingen: [20, 16],
      forsakringskassan: [10, 10],
      bup: [10, 9],
      vuxenpsykiatrin: [10, 7],
    },
    money: {
      staff: [210_000, 221_000],
      external: [60_000, 71_000],
      premises: [15_000, 15_000],
      activities: [12_000, 13_000],
      other: [5_000, 3_500],
    },
  },
];
