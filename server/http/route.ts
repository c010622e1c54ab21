/** One route: what it takes (zod), who may call it, what it answers. The API description is made from the same value. */
import type { Request, Response } from "express";
import type { z } from "zod";
import type { SessionUser } from "../../survey-definitions/wire.ts";
import type { Context } from "../context.ts";
import { type HttpProblem, problem, type ProblemName } from "../problems.ts";
import { checkInput } from "./check-input.ts";

export type Shape = z.ZodObject;

export interface SignedInUser extends SessionUser {
  readonly id: string;
}

export interface Call<P extends Shape, Q extends Shape, B extends z.ZodType> {
  readonly context: Context;
  readonly params: z.infer<P>;
  readonly query: z.infer<Q>;
  readonly body: z.infer<B>;
  readonly request: Request;
  readonly response: Response;
  /** @throws {HttpProblem} not-signed-in on a route whose access is `public` */
  readonly user: () => SignedInUser;
}

export interface RouteSpec<P extends Shape, Q extends Shape, B extends z.ZodType> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** As Express writes it: `/api/answer/:token`. */
  readonly path: string;
  /** In English, for the API description. */
  readonly summary: string;
  /** `link`: whoever has the address. */
  readonly access: "public" | "link" | "user";
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body is text/csv instead of JSON. */
  readonly csv?: true;
  /** What the JSON body should be, for the description, where `handle` passes the text in `request.body` on unread. */
  readonly unread?: z.ZodType;
  /** Status and description of the answer when all went well, and its media type where it is not JSON. */
  readonly answers: { readonly status: number; readonly description: string; readonly type?: string };
  readonly problems: readonly ProblemName[];
  /** A problem of its own for input that does not fit the body's schema. */
  invalidBody?(path: readonly PropertyKey[]): HttpProblem | undefined;
  handle(call: Call<P, Q, B>): Promise<void> | void;
}

export interface Route {
  readonly spec: RouteSpec<Shape, Shape, z.ZodType>;
  readonly run: (
    context: Context,
    request: Request,
    response: Response,
    user: SignedInUser | undefined,
  ) => Promise<void>;
}

/** Checks everything that came in against the route's schemas before `handle` sees it. */
export function route<P extends Shape = Shape, Q extends Shape = Shape, B extends z.ZodType = z.ZodUndefined>(
  spec: RouteSpec<P, Q, B>,
): Route {
  return {
    spec: spec,
    async run(context, request, response, user) {
      const signedIn = () => {
        if (user === undefined) throw problem("not-signed-in");
        return user;
      };
      if (spec.access === "user") signedIn();
      const body: unknown = request.body;
      if ((spec.body ?? spec.unread) !== undefined && body === undefined)
        throw problem(spec.csv ? "not-csv" : "not-json");
      await spec.handle({
        context,
        params: checkInput(spec.params, request.params) as z.infer<P>,
        query: checkInput(spec.query, request.query) as z.infer<Q>,
        body: checkInput(spec.body, body, (path) => spec.invalidBody?.(path)) as z.infer<B>,
        request,
        response,
        user: signedIn,
      });
    },
  };
}
