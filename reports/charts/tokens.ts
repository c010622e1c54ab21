/** Colours and sizes of every drawing. The page's own style sheet has the same colours under the same names. */
export const COLOURS = {
  paper: "#FBFAF7",
  card: "#FFFFFF",
  line: "#DDD8CE",
  ink: "#1B2A34",
  inkSoft: "#5C6B73",
  deep: "#0B5A5E",
  rust: "#B4531F",
  blue: "#3F63A8",
  ochre: "#7A5C12",
  plum: "#7A4B8A",
  hatch: "#9FB3B5",
  neutral: "#E9E4DA",
} as const;

/** Five steps of one hue for ordered scales, light to deep. */
export const STEPS_OF_DEEP = ["#DCE9E8", "#B5D0D0", "#82AFB1", "#43858A", COLOURS.deep] as const;

/** Five steps for scales with two sides: rust, neutral in the middle, deep. */
export const TWO_SIDED = [COLOURS.rust, "#DDA888", COLOURS.neutral, "#82B0B1", COLOURS.deep] as const;

export const FONT = "Source Sans 3";

/** Font sizes in px. */
export const SIZES = { title: 20, titleNarrow: 18, subtitle: 15, label: 14, small: 13 } as const;

/** Narrower drawings put labels above their rows. */
export const NARROW = 560;
