import { enterpriseDeps } from '../../../apps/server/enterprise.ts';
import { type Clock, systemClock } from '../../../platform/clock/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/db/testing/index.ts';
import { addressOf } from '../../../platform/http/client.ts';
import type { AnswerOf, BodyOf, Endpoint } from '../../../platform/http/endpoint.ts';
import { newId } from '../../../platform/ids/index.ts';
import { type EnterpriseJson, enterpriseApi } from '../../../src/enterprise/contract.ts';
import type { EnterpriseDeps } from '../../../src/enterprise/index.ts';
import { addDays, dayAt, innerCheck, outerCheck } from '../../../src/kernel/index.ts';
import type { PlanTables } from '../../../src/plan/index.ts';
import { byHeader } from '../../access/gate.ts';
import { fillOrganisation, units } from '../../access/organisation.ts';
import { openTestApi, type TestApi } from '../../server/api.ts';

/** Posts of the district: who keeps and reviews, who only reviews, who only reads, and the enterprise's own people. */
export const office = 'post-chain-office';
export const reviewer = 'post-reviewer';
export const chief = 'post-chain-chief';
export const company = 'post-enterprise';
/** Whose reach is his own unit alone. */
export const lead = 'post-lead-unit';
/** The city's office, over the district and its sister. */
export const city = 'city-office';

export const today = dayAt(systemClock.now());
export const daysAgo = (days: number): string => addDays(today, -days);

/** A code that keeps every rule, made of a number. */
export function codeOf(number: number, start = '91990103'): string {
  const body = number.toString().padStart(8, '0');
  const first = `${start}${body}${innerCheck(body)}`;
  return first + outerCheck(first);
}
/** One whose inner check character is wrong, and only that. */
export function doubtfulCode(number: number): string {
  const good = codeOf(number);
  const inner = good[16] === '3' ? '5' : '3';
  const first = good.slice(0, 16) + inner;
  return first + outerCheck(first);
}

export type Registration = BodyOf<typeof enterpriseApi.registerEnterprise>;
let made = 0;
export const registrationOf = (content: Partial<Registration['content']> = {}, more: Partial<Registration> = {}) => {
  made += 1;
  return {
    content: { name: `芦洲瑞缎纺织${made}有限公司`, code: codeOf(10_000 + made), regionId: '990103', ...content },
    ...more,
  } satisfies Registration;
};

type Input = { params?: object; query?: object; body?: object };

/** The whole server with an organisation, asked as one post or another. */
export interface EnterpriseWorld {
  readonly api: TestApi;
  readonly database: TestDatabase<PlanTables>;
  readonly deps: EnterpriseDeps;
  readonly ask: <E extends Endpoint>(post: string, endpoint: E, input?: Input) => Promise<AnswerOf<E>>;
  /** Status and codes of something that is to be refused. */
  readonly refused: (post: string, endpoint: Endpoint, input?: Input) => Promise<string>;
  readonly register: (
    post: string,
    content?: Partial<Registration['content']>,
    more?: Partial<Registration>,
  ) => Promise<EnterpriseJson>;
  readonly read: (post: string, enterpriseId: string, asOf?: string) => Promise<EnterpriseJson>;
  readonly send: (
    post: string,
    endpoint: Endpoint,
    params: Readonly<Record<string, string>>,
    file: { name: string; content: Buffer; fields?: Readonly<Record<string, string>> },
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly close: () => Promise<void>;
}

export const headersOf = (post: string) => ({ 'x-post': post, 'x-person': post.replace(/^post-/, 'person-') });

export async function openEnterpriseWorld(clock: Clock = systemClock): Promise<EnterpriseWorld> {
  const database = await testDatabase<PlanTables>();
  await fillOrganisation(database.owner);
  const api = await openTestApi(null, {}, { database, gate: byHeader(database.db as never), clock });
  const deps = enterpriseDeps({ db: database.db, clock, newId });
  const ask: EnterpriseWorld['ask'] = (post, endpoint, input = {}) =>
    api.call(endpoint, { ...input, headers: headersOf(post) } as never);
  return {
    ...{ api, database, deps, ask },
    refused: (post, endpoint, input = {}) => api.refused(endpoint, { ...input, headers: headersOf(post) } as never),
    register: (post, content = {}, more = {}) =>
      ask(post, enterpriseApi.registerEnterprise, { body: registrationOf(content, more) }),
    read: (post, enterpriseId, asOf) =>
      ask(post, enterpriseApi.readEnterprise, { params: { enterpriseId }, query: asOf === undefined ? {} : { asOf } }),
    send: async (post, endpoint, params, { name, content, fields = {} }) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      form.set('file', new Blob([new Uint8Array(content)]), name);
      const sent = new Response(form);
      const answer = await api.app.inject({
        method: 'POST',
        url: addressOf('', endpoint, params, undefined),
        headers: { 'content-type': sent.headers.get('content-type') ?? '', ...headersOf(post) },
        payload: Buffer.from(await sent.arrayBuffer()),
      });
      return { status: answer.statusCode, body: answer.json() };
    },
    close: async () => {
      await api.close();
      await database.close();
    },
  };
}

export { units };
