import { useEffect, useRef, type ReactElement, type ReactNode } from "react";

/** The heading of a new page of the questionnaire: takes the focus, so that reading and tabbing begin here. */
export function PageHeading({ children }: { children: ReactNode }): ReactElement {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo({ top: 0, behavior: "instant" });
    ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={ref} tabIndex={-1} className="page-heading">
      {children}
    </h1>
  );
}
