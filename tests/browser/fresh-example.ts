import { buildIfStale } from "../../build.ts";
import { startExample, type ExampleServer } from "./example-server.ts";

/** The example, served by a program that is built anew where a source is newer than it. */
export async function startFreshExample(): Promise<ExampleServer> {
  await buildIfStale("server");
  await buildIfStale("web");
  return startExample();
}
