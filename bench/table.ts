/** Figures as an aligned table on the terminal, ready to be carried into docs/performance.md. */
import { cpus, totalmem } from "node:os";

export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: string | number | undefined): string =>
    typeof value === "number" ? String(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10) : (value ?? "");
  console.log(`\n${title}\n`);
  console.log(`| ${columns.join(" | ")} |`);
  console.log(`| ${columns.map(() => "---").join(" | ")} |`);
  for (const row of rows) console.log(`| ${columns.map((column) => text(row[column])).join(" | ")} |`);
}

export function printMachine(): void {
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "?"}), ${memory} GiB`);
}
