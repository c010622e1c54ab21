import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
}

/** Keeps a drawing that fails to itself: the rest of the report stands. */
export class DrawingBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="finding-empty">
        Diagrammet gick inte att rita. Siffrorna finns i tabellen. Ladda om sidan för att försöka igen.
      </p>
    );
  }
}
