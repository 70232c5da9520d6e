import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseForged } from '../../../platform/http/csrf.ts';
import { serve } from '../../../platform/http/serve.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { AccountDeps } from '../commands/deps.ts';
import { giveSecondFactor } from '../commands/give-second-factor.ts';
import { readLink, redeemLink } from '../commands/links.ts';
import { liveSession } from '../commands/load-session.ts';
import { logOut } from '../commands/log-out.ts';
import { login } from '../commands/login.ts';
import { readSession } from '../commands/read-session.ts';
import { finishSignOn, startSignOn } from '../commands/sign-on.ts';
import { accountApi } from '../contract.ts';
import { type Edge, visitorOf } from './edge.ts';

/** The ways in and out. Nobody is known here yet: each asks for a password, a code, a link or the provider's word. */
export function wayInRoutes(app: FastifyInstance, deps: AccountDeps, edge: Edge): void {
  const enter = (request: FastifyRequest, reply: FastifyReply, token: string) => {
    edge.give(request, reply, token);
    return readSession(token, request.ip, deps);
  };

  serve(app, accountApi.readSession, async ({ request }) => readSession(edge.tokenOf(request), request.ip, deps));

  serve(app, accountApi.login, async ({ request, reply, body }) => {
    const given = { ...body, before: edge.tokenOf(request) };
    return enter(request, reply, await login(visitorOf(request), given, deps));
  });

  serve(app, accountApi.giveSecondFactor, async ({ request, reply, body }) => {
    const token = edge.tokenOf(request);
    if (token !== null) refuseForged(request, token);
    return enter(request, reply, await giveSecondFactor(visitorOf(request), { ...body, token }, deps));
  });

  serve(app, accountApi.logout, async ({ request, reply }) => {
    const token = edge.tokenOf(request);
    const live = await liveSession(token, request.ip, deps);
    if (live !== undefined) {
      refuseForged(request, live.token);
      await logOut(live, deps);
    }
    if (token !== null) edge.forget(request, reply);
    return readSession(null, request.ip, deps);
  });

  serve(app, accountApi.readLink, async ({ request, body }) => readLink(visitorOf(request), body.link, deps));

  serve(app, accountApi.redeemLink, async ({ request, reply, body }) => {
    const given = { ...body, before: edge.tokenOf(request) };
    return enter(request, reply, await redeemLink(visitorOf(request), given, deps));
  });

  // Browsers come to these two by themselves: whatever happens they must end on a page.
  serve(app, accountApi.startSignOn, async ({ request, reply, query }) => {
    const going = await startSignOn(query.next ?? '/', deps).catch(refusedCode);
    if (typeof going === 'string') return reply.redirect(`/login?refused=${going}`, 302);
    edge.giveTrip(request, reply, going.trip);
    return reply.redirect(going.url, 302);
  });

  serve(app, accountApi.finishSignOn, async ({ request, reply }) => {
    const given = {
      query: new URL(request.url, 'http://own.invalid').search,
      trip: edge.tripOf(request),
      before: edge.tokenOf(request),
    };
    edge.forgetTrip(request, reply);
    const arrived = await finishSignOn(visitorOf(request), given, deps).catch(refusedCode);
    if (typeof arrived === 'string') return reply.redirect(`/login?refused=${arrived}`, 302);
    edge.give(request, reply, arrived.token);
    return reply.redirect(`/login?next=${encodeURIComponent(arrived.next)}`, 302);
  });
}

/** The code of a refusal, for the login page to say; other errors are faults of ours. */
function refusedCode(cause: unknown): string {
  const code = cause instanceof RefusalError ? cause.refusals[0]?.code : undefined;
  if (code === undefined) throw cause;
  return code;
}
