import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import type { CallInput } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { byHeader } from '../access/gate.ts';
import { fillOrganisation } from '../access/organisation.ts';
import { openTestApi, type TestApi } from '../server/api.ts';

/** The whole server with the invented organisation: who asks is the post named in each call. */
export interface PolicyWorld extends Pick<TestApi, 'faults'> {
  readonly api: TestApi;
  readonly database: TestDatabase<PlanTables>;
  readonly as: <E extends Endpoint>(post: string, endpoint: E, input: CallInput<E>) => Promise<AnswerOf<E>>;
  readonly refused: (
    post: string | null,
    endpoint: Endpoint,
    input?: CallInput<Endpoint> & { body?: unknown },
  ) => Promise<string>;
  readonly text: (post: string, url: string) => Promise<{ readonly status: number; readonly body: string }>;
  readonly close: () => Promise<void>;
}

/** Posts are named `post-finance`; their people `person-finance`, but for those whose people are called as they are. */
const headersOf = (post: string) => ({ 'x-post': post, 'x-person': post.replace(/^post-/u, 'person-') });

/** The packs of the program, or others. */
export async function openPolicyWorld(library?: () => PackLibrary): Promise<PolicyWorld> {
  const database = await testDatabase<PlanTables>();
  await fillOrganisation(database.owner);
  const gate = byHeader(database.db as never);
  const api = await openTestApi(null, {}, { database, gate, ...(library && { library }) });
  return {
    ...{ api, database, faults: api.faults },
    as: (post, endpoint, input) => api.call(endpoint, { ...input, headers: headersOf(post) } as never),
    refused: (post, endpoint, input = {}) =>
      api.refused(endpoint, { ...input, ...(post !== null && { headers: headersOf(post) }) }),
    text: async (post, url) => {
      const answer = await api.app.inject({ url: `/api/v1${url}`, headers: headersOf(post) });
      return { status: answer.statusCode, body: answer.body };
    },
    close: async () => {
      await api.close();
      await database.close();
    },
  };
}
