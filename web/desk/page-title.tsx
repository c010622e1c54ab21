import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

/** Whether this is the first page since the browser loaded: then the focus stays where the browser put it. */
let firstPage = true;

interface Props {
  readonly children: ReactNode;
  /** What stands in the browser's tab, before the name of the program. */
  readonly title: string;
  readonly kicker?: ReactNode;
}

/** The heading of a page. Coming to a page moves the focus here and the view to the top; Back leaves the view alone. */
export function PageTitle({ children, title, kicker }: Props): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const arrivedBy = useNavigationType();
  useEffect(() => {
    document.title = `${title} – Behovskartan`;
  }, [title]);
  useEffect(() => {
    if (!firstPage) {
      heading.current?.focus({ preventScroll: true });
      if (arrivedBy !== NavigationType.Pop) scrollTo(0, 0);
    }
    firstPage = false;
    // The way of arriving belongs to the path; a new query on the same page is no new page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  return (
    <>
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}
