import type { FastifyRequest } from 'fastify';
import { refuseForged } from '../../../platform/http/csrf.ts';
import type { Gate, Knock } from '../../../platform/http/gate.ts';
import { type Rate, rateLimit } from '../../../platform/http/rate.ts';
import { statusOf } from '../../../platform/http/status.ts';
import { recordRefusal } from '../../audit/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { notedHere } from '../commands/attempts.ts';
import type { AccountDeps } from '../commands/deps.ts';
import { type LiveSession, liveSession } from '../commands/load-session.ts';
import { touch } from '../commands/touch.ts';
import type { Edge } from './edge.ts';

/** What somebody may still do of whom a new password or an authenticator is due. */
const whileDue: ReadonlySet<string> = new Set([
  'POST /session/post',
  'POST /session/proof',
  'GET /account',
  'POST /account/password',
  'POST /account/second-factor',
  'PUT /account/second-factor',
]);

/** Requests a second: of somebody known, of an address that nobody is known at, of those who try to come in. */
export interface Rates {
  readonly known: Rate;
  readonly strange: Rate;
  readonly entering: Rate;
}
const usualRates: Rates = {
  known: { perSecond: 500, burst: 3000 },
  strange: { perSecond: 50, burst: 500 },
  entering: { perSecond: 20, burst: 300 },
};

/**
 * The gate of a real server: a request comes in as the person and post of its session. Refuses what is asked too often
 * (`too-many-requests`), changes without the session's token (`csrf-wrong`), and everything but its own account while
 * something is due. Ended and forged sessions are nobody's.
 */
export function sessionGate(deps: AccountDeps, edge: Edge, rates: Rates = usualRates): Gate {
  const limits = {
    known: rateLimit(rates.known),
    strange: rateLimit(rates.strange),
    entering: rateLimit(rates.entering),
  };
  const slowDown = (which: keyof typeof limits, key: string): void => {
    const seconds = limits[which].take(key, Date.parse(deps.clock.now()));
    if (seconds > 0) throw new RefusalError({ code: 'too-many-requests', limit: seconds });
  };
  return {
    admit: async (request, knock) => {
      const entering = knock.requirement === 'anyone' && request.method === 'POST';
      if (entering) slowDown('entering', request.ip);
      const live = await liveSession(edge.tokenOf(request), request.ip, deps);
      if (live === undefined || live.state === 'second-factor') {
        slowDown('strange', request.ip);
        return null;
      }
      slowDown('known', live.account.id);
      // Ways in look after themselves: they end or replace the session that came along.
      if (knock.requirement === 'anyone') return live.state === 'open' ? live.actor : null;
      refuseForged(request, live.token);
      refuseDue(live, knock);
      await touch(live, deps);
      return live.actor;
    },
    refused: async (request, knock, actor, refusals) => {
      if (!isWorthNoting(request, refusals)) return;
      // The address as it was asked for says which record; what stands behind the question mark may be personal.
      const address = request.url.split('?')[0]?.slice(0, 200) ?? '';
      const record = { kind: 'request', id: `${request.method} ${address}`, name: knock.summary } as const;
      await recordRefusal(deps, actor, { action: 'request.refuse', record, refusals, from: request.ip });
    },
  };
}

function refuseDue({ state }: LiveSession, { route }: Knock): void {
  if (state === 'open' || whileDue.has(route)) return;
  throw new RefusalError({ code: state });
}

/**
 * Attempts without the right, and changes that were not made. Not: what was merely mistyped or too much, a page that
 * looks again after its session ended, and what the command has noted itself.
 */
function isWorthNoting({ method }: FastifyRequest, refusals: readonly Refusal[]): boolean {
  if (refusals.some(({ code }) => notedHere.has(code))) return false;
  const status = statusOf(refusals);
  const looks = method === 'GET' || method === 'HEAD';
  // Pages look for news by themselves while something is due.
  if (status === 403) return !(looks && refusals.some(({ code }) => code.endsWith('-due')));
  // What belongs to somebody else answers as if it were not there: asking for it is an attempt.
  if (status === 404 && refusals.some(({ code }) => code !== 'address-unknown')) return true;
  return !looks && [401, 404, 409, 422].includes(status);
}
