/** A run with a failed test must say so to whatever started it, whatever the libraries of the tests do when they end. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const setup = join(import.meta.dirname, "global-postgres.ts");

test("a run that set up PostgreSQL ends with its own exit code", async () => {
  const script = `
    import setup from ${JSON.stringify(setup)};
    const teardown = await setup({ provide: () => undefined });
    await teardown();
    process.exitCode = 7;`;
  const code = await new Promise((resolve) => {
    execFile(process.execPath, ["--input-type=module", "--eval", script], (error) => resolve(error?.code ?? 0));
  });
  expect(code).toBe(7);
});
