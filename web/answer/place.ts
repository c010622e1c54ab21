/** Where in the questionnaire somebody is, as the part of the address after "#". */
export type Place =
  | { readonly at: "intro" }
  | { readonly at: "part"; readonly number: number }
  | { readonly at: "review" }
  /** Choosing between two versions of the same question. */
  | { readonly at: "compare" }
  | { readonly at: "receipt" };

/** An address that is not understood leads to the first page. */
export function placeOf(hash: string): Place {
  if (hash === "#granska") return { at: "review" };
  if (hash === "#jamfor") return { at: "compare" };
  if (hash === "#kvitto") return { at: "receipt" };
  const part = /^#del-([1-9]\d*)$/.exec(hash)?.[1];
  return part === undefined ? { at: "intro" } : { at: "part", number: Number(part) };
}

export function hashOf(place: Place): string {
  switch (place.at) {
    case "intro":
      return "#start";
    case "part":
      return `#del-${place.number}`;
    case "review":
      return "#granska";
    case "compare":
      return "#jamfor";
    case "receipt":
      return "#kvitto";
  }
}
