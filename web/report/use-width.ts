import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { usePrinting } from "./use-printing.ts";

/** Width in px that a drawing is laid out for on paper: somewhat wider than A4 less its margins, for smaller type. */
const PRINT_WIDTH = 760;

/** How much larger than usual the page is set: by the reader, or for a projector. */
const textScale = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/**
 * The width that a drawing in an element is laid out for, whole and up to date. In px of 16 to the text size of the
 * page, so that a drawing scaled up to the element is set as large as the text around it; on paper, the page's width.
 *
 * @returns 0 before the element has been measured
 */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  const printing = usePrinting();
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = (): void => setWidth(Math.floor(target.clientWidth / textScale()));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, printing ? PRINT_WIDTH : width];
}
