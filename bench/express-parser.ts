/** The bound (a) of bench/submissions.ts: Express parses the body, answers, and stores nothing. */
import express from "express";
import type { AddressInfo } from "node:net";

const app = express();
app.post("/parse", express.json({ limit: "1mb" }), (request, response) => {
  const body = request.body as { answers?: unknown };
  response.status(201).json({ received: typeof body.answers === "object" });
});
const server = app.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
