import { projectDeps } from '../../apps/server/project.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import type { AnswerOf, BodyOf, Endpoint } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/ids/index.ts';
import { addDays, dayAt, shifted } from '../../src/kernel/index.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { type ProjectFactsJson, type ProjectJson, projectApi } from '../../src/project/contract.ts';
import type { ProjectDeps } from '../../src/project/index.ts';
import { keepProjects } from '../../src/project/routes.ts';
import { byHeader } from '../access/gate.ts';
import { fillOrganisation } from '../access/organisation.ts';
import { openTestApi, type TestApi } from '../server/api.ts';

/** Posts of the district: who keeps projects, who keeps some of the same unit beside him, who reviews, who reads. */
export const lead = 'post-lead-unit';
export const clerk = 'post-reporting-clerk';
export const office = 'post-chain-office';
export const reviewer = 'post-reviewer';
export const chief = 'post-chain-chief';
/** The city's office, over the district and its sister. */
export const city = 'city-office';

export const today = dayAt(systemClock.now());
export const daysAgo = (days: number): string => addDays(today, -days);
/** So many months before the present one. */
export const monthsAgo = (months: number): string => shifted(today.slice(0, 7), -months);

const wan = 1_000_000;

export const factsOf = (changes: Partial<ProjectFactsJson> = {}): ProjectFactsJson => ({
  ...{
    name: '年产3万吨功能性纱线项目',
    code: null,
    enterprise: '芦洲瑞缎纺织有限公司',
    creditCode: null,
    nature: 'new',
  },
  ...{ site: '柳浦镇工业园一号路', scope: '新建厂房两栋，购置环锭纺设备120台', totalFen: 12_000 * wan },
  ...{ startMonth: null, completionMonth: null, productionMonth: null, note: '' },
  ...changes,
});

export const registrationOf = (
  changes: Partial<BodyOf<typeof projectApi.registerProject>> = {},
): BodyOf<typeof projectApi.registerProject> => ({
  ...{ chainId: 'lj-textile', facts: factsOf(), position: 'planned', seen: [] },
  steps: [{ position: 'planned', on: daysAgo(30), evidence: '备案证 2025-001' }],
  ...changes,
});

/** The whole server with an organisation, asked as one post or another. */
export interface ProjectWorld {
  readonly api: TestApi;
  readonly database: TestDatabase<PlanTables>;
  readonly deps: ProjectDeps;
  readonly ask: <E extends Endpoint>(
    post: string,
    endpoint: E,
    input?: { params?: object; query?: object; body?: object },
  ) => Promise<AnswerOf<E>>;
  /** Status and codes of something that is to be refused. */
  readonly refused: (
    post: string,
    endpoint: Endpoint,
    input?: { params?: object; query?: object; body?: object },
  ) => Promise<string>;
  readonly register: (
    post: string,
    changes?: Partial<BodyOf<typeof projectApi.registerProject>>,
  ) => Promise<ProjectJson>;
  readonly send: (
    post: string,
    endpoint: Endpoint,
    params: Readonly<Record<string, string>>,
    file: { name: string; content: Buffer; fields?: Readonly<Record<string, string>> },
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
  /** Looks at every project as if the day had changed. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const headersOf = (post: string) => ({ 'x-post': post, 'x-person': post.replace(/^post-/, 'person-') });

export async function openProjectWorld(): Promise<ProjectWorld> {
  const database = await testDatabase<PlanTables>();
  await fillOrganisation(database.owner);
  const api = await openTestApi(null, {}, { database, gate: byHeader(database.db as never) });
  const deps = projectDeps({ db: database.db, clock: systemClock, newId });
  const ask: ProjectWorld['ask'] = (post, endpoint, input = {}) =>
    api.call(endpoint, { ...input, headers: headersOf(post) } as never);
  return {
    ...{ api, database, deps, ask },
    refused: (post, endpoint, input = {}) => api.refused(endpoint, { ...input, headers: headersOf(post) } as never),
    register: (post, changes = {}) => ask(post, projectApi.registerProject, { body: registrationOf(changes) }),
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
    look: () =>
      asSystem(async () => {
        while ((await keepProjects(deps)) > 0);
      }),
    close: async () => {
      await api.close();
      await database.close();
    },
  };
}
