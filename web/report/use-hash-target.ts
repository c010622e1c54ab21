import { useEffect, type RefObject } from "react";

/** What a reader does who wants to be elsewhere than where the address led. */
const OWN_MOVES = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

/** A reader who drags the scroll bar tells nobody: after this long the place is left alone. */
const PATIENCE_MS = 8_000;

/**
 * Keeps the place that the address names (`#lead-times`) in view while what stands above it is still growing, until
 * the reader moves on.
 */
export function useHashTarget(content: RefObject<Element | null>): void {
  useEffect(() => {
    const element = content.current;
    if (element === null) return;
    let following = false;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const go = (): void => {
      if (following) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    };
    const follow = (): void => {
      following = location.hash.length > 1;
      clearTimeout(patience);
      patience = setTimeout(leave, PATIENCE_MS);
      go();
    };
    const leave = (): void => {
      following = false;
    };
    const observer = new ResizeObserver(go);
    follow();
    observer.observe(element);
    addEventListener("hashchange", follow);
    for (const move of OWN_MOVES) addEventListener(move, leave, { passive: true });
    return () => {
      clearTimeout(patience);
      observer.disconnect();
      removeEventListener("hashchange", follow);
      for (const move of OWN_MOVES) removeEventListener(move, leave);
    };
  }, [content]);
}
