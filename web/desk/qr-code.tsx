import { useMemo, type ReactElement } from "react";
import qrcode from "qrcode-generator";

/** Free space round the code, in modules, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** The dark modules as one path, row by row; of level M, so that a sheet with a fold or a stain can still be read. */
function modulesOf(text: string): { readonly size: number; readonly path: string } {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, y) =>
    Array.from({ length: count }, (_, x) => (code.isDark(y, x) ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")).join(""),
  );
  return { size: count + 2 * QUIET, path: rows.join("") };
}

/** An address as a QR code: dark on white whatever stands around it. */
export function QrCode({ text }: { text: string }): ReactElement {
  const { size, path } = useMemo(() => modulesOf(text), [text]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR-kod med adressen"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
