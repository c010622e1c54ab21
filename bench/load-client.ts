/**
 * A load client that costs little itself, since it shares two cores with the server: keep-alive sockets, requests
 * prepared as bytes, and no more of a response read than its status and its length.
 */
import { connect, type Socket } from "node:net";

export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface PreparedRequest {
  readonly method: "POST" | "PUT" | "GET";
  readonly path: string;
  readonly body: string;
}

/**
 * Sends requests over `clients` connections, each waiting for its answer before it sends the next.
 *
 * `next` is called for each request; undefined ends that connection. `expected` is the status of a success.
 */
export async function load(
  port: number,
  clients: number,
  next: (client: number) => PreparedRequest | undefined,
  expected: number,
): Promise<LoadResult> {
  const times: number[] = [];
  let failures = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const connection = await open(port);
      for (let request = next(client); request !== undefined; request = next(client)) {
        const sent = performance.now();
        const status = await connection.send(request);
        times.push(performance.now() - sent);
        if (status !== expected) failures += 1;
      }
      connection.close();
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
  return {
    requests: times.length,
    failures,
    seconds,
    perSecond: times.length / seconds,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}

interface Connection {
  send(request: PreparedRequest): Promise<number>;
  close(): void;
}

async function open(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  let received = "";
  let waiting: ((status: number) => void) | undefined;
  /** A connection that the server breaks is a failure of status 0. */
  socket.once("close", () => waiting?.(0));
  socket.on("error", () => socket.destroy());
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = /content-length: (\d+)/i.exec(received.slice(0, end))?.[1];
    if (received.length < end + 4 + Number(length ?? 0)) return;
    const status = Number(received.slice(9, 12));
    received = "";
    const resolve = waiting;
    waiting = undefined;
    resolve?.(status);
  });
  return {
    send: ({ method, path, body }) =>
      new Promise((resolve) => {
        waiting = resolve;
        socket.write(
          `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
            `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}
