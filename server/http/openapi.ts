/** The API description, made from the schemas that the routes check their input with. */
import { z } from "zod";
import { type ProblemName, statusOf } from "../problems.ts";
import type { Route } from "./route.ts";

type Json = Record<string, unknown>;

/** @returns OpenAPI 3.1; the same routes give the same bytes */
export function describeApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const { spec } of routes) {
    const path = spec.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [spec.method]: operation(spec) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Behovskartan", version: "1", license: { name: "EUPL-1.2", identifier: "EUPL-1.2" } },
    paths,
    components: {
      schemas: {
        Problem: {
          type: "object",
          required: ["code", "message"],
          properties: {
            code: { type: "string", description: "A word that never changes." },
            message: { type: "string", description: "Swedish, for people." },
          },
        },
      },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "bk_session" },
        token: { type: "http", scheme: "bearer" },
      },
    },
  };
}

function operation(spec: Route["spec"]): Json {
  const body = spec.body ?? spec.unread;
  return {
    summary: spec.summary,
    ...(spec.access === "user" ? { security: [{ session: [] }, { token: [] }] } : { security: [] }),
    parameters: [...parameters("path", spec.params, spec.path), ...parameters("query", spec.query, spec.path)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: spec.csv
              ? { "text/csv": { schema: { type: "string" } } }
              : { "application/json": { schema: schemaOf(body) } },
          },
        }),
    responses: { ...answer(spec.answers), ...problemAnswers(spec.problems) },
  };
}

function parameters(where: "path" | "query", shape: z.ZodObject | undefined, path: string): Json[] {
  if (shape === undefined) return [];
  const { properties = {} } = schemaOf(shape) as { properties?: Record<string, Json> };
  return Object.entries(properties)
    .filter(([name]) => where === "query" || path.includes(`:${name}`))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: where,
      required: where === "path",
      ...(description === undefined ? {} : { description }),
      schema,
    }));
}

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;
  return rest;
};

const answer = ({ status, description, type }: Route["spec"]["answers"]): Json => ({
  [status]: {
    description,
    ...(status === 204 ? {} : { content: { [type ?? "application/json"]: {} } }),
  },
});

/** One entry a status; the codes that it may carry stand in the description. */
function problemAnswers(names: readonly ProblemName[]): Json {
  const statuses = [...new Set(names.map(statusOf))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: `code: ${names.filter((name) => statusOf(name) === status).join(", ")}`,
        content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}
