import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { csrfTokenOf } from '../../../platform/http/csrf.ts';
import { serve } from '../../../platform/http/serve.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../commands/bind-second-factor.ts';
import { changePassword } from '../commands/change-password.ts';
import type { AccountDeps } from '../commands/deps.ts';
import { ownSession } from '../commands/load-session.ts';
import { endOwnSessions, ownSessions } from '../commands/own-sessions.ts';
import { prove } from '../commands/prove.ts';
import { readOwnAccount, readSession } from '../commands/read-session.ts';
import { switchPost } from '../commands/switch-post.ts';
import { accountApi } from '../contract.ts';
import { type Edge, visitorOf } from './edge.ts';

/** One's own account and sessions. */
export function ownRoutes(app: FastifyInstance, deps: AccountDeps, edge: Edge): void {
  const live = (request: FastifyRequest) => ownSession(edge.tokenOf(request), request.ip, deps);
  const step = (request: FastifyRequest, reply: FastifyReply, token: string) => {
    edge.give(request, reply, token);
    return readSession(token, request.ip, deps);
  };

  serve(app, accountApi.switchPost, async ({ request, reply, body }) =>
    step(request, reply, await switchPost(await live(request), body.postId, deps)),
  );
  serve(app, accountApi.prove, async ({ request, reply, body }) =>
    step(request, reply, await prove(await live(request), body.password, visitorOf(request), deps)),
  );

  serve(app, accountApi.listSessions, async ({ request }) => {
    const own = await live(request);
    const sessions = await ownSessions(own, deps);
    return {
      sessions: sessions.map(({ id, method, from, device, startedAt, seenAt, expiresAt }) => ({
        ...{ id, own: id === own.session.id, method, from, device, startedAt, seenAt, endsAt: expiresAt },
      })),
    };
  });
  serve(app, accountApi.endSession, async ({ request, params }) => ({
    ended: await endOwnSessions(await live(request), params.sessionId, deps),
  }));
  serve(app, accountApi.endSessions, async ({ request }) => ({
    ended: await endOwnSessions(await live(request), null, deps),
  }));

  serve(app, accountApi.readOwnAccount, async ({ request }) => readOwnAccount(await live(request), deps));
  serve(app, accountApi.changePassword, async ({ request, reply, body }) =>
    step(request, reply, await changePassword(await live(request), body, visitorOf(request), deps)),
  );
  serve(app, accountApi.beginSecondFactor, async ({ request }) => beginSecondFactor(await live(request), deps));
  serve(app, accountApi.confirmSecondFactor, async ({ request, reply, body }) => {
    const { codes, token } = await confirmSecondFactor(await live(request), body.code, visitorOf(request), deps);
    edge.give(request, reply, token);
    return { codes, csrfToken: csrfTokenOf(token) };
  });
  serve(app, accountApi.removeSecondFactor, async ({ request, reply }) =>
    step(request, reply, await removeSecondFactor(await live(request), deps)),
  );
  serve(app, accountApi.renewRecoveryCodes, async ({ request }) => ({
    codes: await renewRecoveryCodes(await live(request), deps),
  }));
}
