import { useEffect, useState, type RefObject } from "react";

/** How far off the screen something counts as near: a screen and a half each way, so that scrolling meets it ready. */
const MARGIN = "150% 0px";

/** Whether an element is on the screen or near it. False until the browser has looked. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: MARGIN,
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
