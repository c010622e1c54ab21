/** Routes of signing in and out. */
import { hashPassword, MIN_PASSWORD_LENGTH, verifyPassword } from "../passwords.ts";
import { problem } from "../problems.ts";
import { hashToken } from "../tokens.ts";
import { loginBody, loginLinkBody, passwordBody } from "./requests.ts";
import { type Route, route, type SignedInUser } from "./route.ts";
import { endSession, startSession } from "./session.ts";

const visible = ({ email, role }: SignedInUser) => ({ email, role });

const showSession = route({
  method: "get",
  path: "/api/session",
  summary: "Who is signed in",
  access: "user",
  answers: { status: 200, description: "E-mail address and role" },
  problems: ["not-signed-in"],
  handle: ({ response, user }) => void response.json(visible(user())),
});

const signIn = route({
  method: "post",
  path: "/api/session",
  summary: "Sign in with e-mail address and password",
  access: "public",
  body: loginBody,
  answers: { status: 200, description: "Signed in; sets the session cookie" },
  problems: ["wrong-credentials", "too-many-logins", "cross-site"],
  async handle({ context, body, response }) {
    const user = await context.store.findUserByEmail(body.email.trim().toLowerCase());
    const right = await verifyPassword(user?.passwordHash, body.password);
    if (!right || user === undefined) throw problem("wrong-credentials");
    await startSession(context, response, user);
    response.json(visible(user));
  },
});

const signInByLink = route({
  method: "post",
  path: "/api/session/link",
  summary: "Sign in with a one-time login link, which is used up",
  access: "public",
  body: loginLinkBody,
  answers: { status: 200, description: "Signed in; sets the session cookie" },
  problems: ["login-link-not-valid", "too-many-logins", "cross-site"],
  async handle({ context, body, response }) {
    const user = await context.store.takeLoginToken(hashToken(body.token), context.now().toISOString());
    if (user === undefined) throw problem("login-link-not-valid");
    await startSession(context, response, user);
    response.json(visible(user));
  },
});

const signOut = route({
  method: "delete",
  path: "/api/session",
  summary: "Sign out",
  access: "public",
  answers: { status: 204, description: "Signed out" },
  problems: ["cross-site"],
  async handle({ context, request, response }) {
    await endSession(context, request, response);
    response.status(204).end();
  },
});

const choosePassword = route({
  method: "put",
  path: "/api/session/password",
  summary: "Choose a password for the signed-in user",
  access: "user",
  body: passwordBody,
  answers: { status: 204, description: "The password is changed" },
  problems: ["not-signed-in", "password-too-short", "cross-site"],
  async handle({ context, body, response, user }) {
    if (body.password.length < MIN_PASSWORD_LENGTH) throw problem("password-too-short");
    await context.store.setPassword(user().id, await hashPassword(body.password));
    response.status(204).end();
  },
});

export const accountRoutes: readonly Route[] = [showSession, signIn, signInByLink, signOut, choosePassword];
