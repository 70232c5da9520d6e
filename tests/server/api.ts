import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../apps/server/app.ts';
import { openUnderstanding } from '../../apps/server/understanding.ts';
import { type Clock, systemClock } from '../../platform/clock/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { checked } from '../../platform/http/check.ts';
import { addressOf, type CallInput } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import { type Gate, gateFor } from '../../platform/http/gate.ts';
import { newId } from '../../platform/ids/index.ts';
import { localOperator } from '../../src/access/index.ts';
import type { AccountDeps } from '../../src/account/index.ts';
import type { PackLibrary } from '../../src/kernel/index.ts';
import { planApi } from '../../src/plan/contract.ts';
import type { PlanTables, Understanding } from '../../src/plan/index.ts';

/** The whole server on a throw-away database, asked without a port. */
export interface TestApi {
  readonly app: FastifyInstance;
  readonly database: TestDatabase<PlanTables>;
  /** Faults that the server noted; a test that expects none looks here. */
  readonly faults: unknown[];
  /** Asks and gives the answer; fails unless status and answer are those of the contract. */
  readonly call: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<AnswerOf<E>>;
  /** Asks something that is to be refused: status and codes. */
  readonly refused: (endpoint: Endpoint, input: CallInput<Endpoint> & { body?: unknown }) => Promise<string>;
  /** Uploads a file as a form; answers are not checked. */
  readonly upload: (file: UploadFile) => Promise<{ status: number; body: Uploaded; location: string | undefined }>;
  readonly close: () => Promise<void>;
}
export interface UploadFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}
export type Uploaded = AnswerOf<typeof planApi.importFile>;

export async function openTestApi(
  webFolder: string | null = null,
  instead: Partial<Understanding> = {},
  given: {
    readonly gate?: Gate;
    readonly database?: TestDatabase<PlanTables>;
    readonly owner?: boolean;
    readonly account?: AccountDeps;
    readonly library?: () => PackLibrary;
    /** The clock of a script that lives through days; that of the machine unless one is given. */
    readonly clock?: Clock;
  } = {},
): Promise<TestApi> {
  const database = given.database ?? (await testDatabase<PlanTables>());
  const understanding = openUnderstanding();
  const faults: unknown[] = [];
  const db = given.owner === true ? database.owner : database.db;
  const plan = { db, clock: given.clock ?? systemClock, newId, understanding: { ...understanding, ...instead } };
  const app = await buildApp({
    plan,
    webFolder,
    account: given.account,
    library: given.library,
    gate: given.gate ?? gateFor(localOperator),
    onlyThisMachine: true,
    noteFault: (_number, cause) => void faults.push(cause),
  });
  const send = (endpoint: Endpoint, input: CallInput<Endpoint> & { body?: unknown }) =>
    app.inject({
      method: endpoint.method,
      url: addressOf('', endpoint, input.params, input.query),
      ...(input.body !== undefined && { payload: input.body as object }),
      ...(input.headers !== undefined && { headers: { ...input.headers } }),
    });
  return {
    app,
    database,
    faults,
    call: async (endpoint, input) => {
      const answer = await send(endpoint, input as CallInput<Endpoint>);
      if (answer.statusCode !== endpoint.status) throw new Error(`${answer.statusCode}: ${answer.body.slice(0, 2000)}`);
      if (endpoint.answer !== undefined) checked(endpoint.answer, answer.json(), 'answer');
      return answer.json();
    },
    refused: async (endpoint, input) => {
      const answer = await send(endpoint, input);
      const { refusals } = answer.json<{ refusals: { code: string; message: string }[] }>();
      for (const { message } of refusals) if (!message.endsWith('。')) throw new Error(`not a sentence: ${message}`);
      return [answer.statusCode, ...refusals.map(({ code }) => code)].join(' ');
    },
    upload: async ({ name, content, fields = {}, headers = {} }) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
      const sent = new Response(form);
      const answer = await app.inject({
        method: 'POST',
        url: addressOf('', planApi.importFile, undefined, undefined),
        headers: { 'content-type': sent.headers.get('content-type') ?? '', ...headers },
        payload: Buffer.from(await sent.arrayBuffer()),
      });
      const { location } = answer.headers;
      return { status: answer.statusCode, body: answer.json(), location: location as string | undefined };
    },
    close: async () => {
      await app.close();
      await understanding.close();
      if (given.database === undefined) await database.close();
    },
  };
}
