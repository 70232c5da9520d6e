import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { listRequest } from '../../platform/http/list-request.ts';
import { signatureFor } from '../../platform/outbound/index.ts';
import type { Actor } from '../../src/access/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import { dispatch } from '../../src/notice/commands/dispatch.ts';
import { addHook, removeHook, setHook } from '../../src/notice/commands/hooks.ts';
import { decideDelivery, listOutbox, outboxState } from '../../src/notice/commands/outbox.ts';
import { readSettings, setGeneral, setMail } from '../../src/notice/commands/settings.ts';
import { testHook, testMail } from '../../src/notice/commands/trial.ts';
import { deliveryFields } from '../../src/notice/contract.ts';
import { mostTries } from '../../src/notice/index.ts';
import { type MailBox, type NoticeWorld, notice, openMailBox, openNoticeWorld, useMailBox } from './world.ts';

let world: NoticeWorld;
let box: MailBox;
let administrator: Actor;
beforeAll(async () => {
  world = await openNoticeWorld();
  box = await openMailBox();
  administrator = await world.actorOf('system');
  await useMailBox(world, box.port);
});
afterAll(async () => {
  await box.close();
  await world.close();
});
beforeEach(async () => {
  box.taken.length = 0;
  box.onMessage = async () => null;
  box.onRecipient = async () => null;
  await world.owner.deleteFrom('delivery').execute();
});

/** The system administrator does something. */
const by = <T>(work: (actor: Actor) => Promise<T>): Promise<T> => world.as(administrator, work);
const rounds = async (count: number): Promise<void> => {
  for (let round = 0; round < count; round += 1) await asSystem(() => dispatch(world.deps));
};
const outbox = async () => (await by((actor) => listOutbox(actor, listRequest(deliveryFields, {}), world.deps))).rows;
const refusedWith = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (cause: unknown) => {
      if (cause instanceof RefusalError) return cause.refusals.map(({ code }) => code).join();
      throw cause;
    },
  );
const refusal = (responseCode: number): Error => Object.assign(new Error('refused'), { responseCode });
/** Makes what waits for a later try due now. */
const laterComes = () =>
  world.owner.updateTable('delivery').set({ next_at: '2025-01-01T00:00:00Z' }).where('state', '=', 'pending').execute();

test('who wants e-mail gets it once; who has no address or does not want it gets none', async () => {
  await world.tell(notice({ to: [{ to: 'unit', id: 'lz-gxj' }] }), notice({ kind: 'plan', title: '方案发布' }));
  await rounds(3);
  expect(box.taken.map(({ to }) => to)).toEqual(['clerk@linjiang.example']);
  const [row] = await outbox();
  expect(row).toMatchObject({ state: 'sent', tries: 1, target: 'c***@linjiang.example', channel: 'mail' });
});

test('a server that cannot just now is asked again later and later, and at last given up', async () => {
  box.onRecipient = async () => refusal(450);
  await world.tell(notice());
  await rounds(1);
  expect(await outbox()).toMatchObject([{ state: 'pending', tries: 1, fault_code: 'mail-recipient-refused' }]);
  await rounds(1);
  expect(await outbox()).toMatchObject([{ tries: 1 }]);
  for (let tries = 1; tries < mostTries; tries += 1) {
    await laterComes();
    await rounds(1);
  }
  expect(await outbox()).toMatchObject([{ state: 'failed', tries: mostTries }]);
  expect(box.taken).toEqual([]);
});

test('what is refused for good is not tried again until the administrator says so', async () => {
  box.onRecipient = async () => refusal(550);
  await world.tell(notice());
  await rounds(2);
  const [row] = await outbox();
  expect(row).toMatchObject({ state: 'failed', tries: 1 });
  expect(await by((actor) => outboxState(actor, world.deps))).toMatchObject({ failed: 1, waiting: 0 });
  box.onRecipient = async () => null;
  await by((actor) => decideDelivery(actor, row!.id, 'resend', world.deps));
  expect(await refusedWith(by((actor) => decideDelivery(actor, row!.id, 'drop', world.deps)))).toBe(
    'delivery-not-stopped',
  );
  await rounds(1);
  expect(await outbox()).toMatchObject([{ state: 'sent' }]);
});

test('the administrator may let it be, and only the administrator', async () => {
  box.onMessage = async () => refusal(554);
  await world.tell(notice());
  await rounds(1);
  const [row] = await outbox();
  for (const post of ['office', 'audit', 'clerk']) {
    const other = await world.actorOf(post);
    expect(await refusedWith(world.as(other, () => decideDelivery(other, row!.id, 'drop', world.deps)))).toBe(
      'not-allowed',
    );
    const seen = await world.as(other, () => world.db.selectFrom('delivery').selectAll().execute());
    expect(seen).toEqual([]);
  }
  await by((actor) => decideDelivery(actor, row!.id, 'drop', world.deps));
  await rounds(2);
  expect(await outbox()).toMatchObject([{ state: 'dropped' }]);
  expect(await refusedWith(by((actor) => decideDelivery(actor, '0000000000', 'drop', world.deps)))).toBe(
    'delivery-unknown',
  );
});

test('the administrator sees how it goes out and never what it says', async () => {
  await world.tell(notice({ title: '只给科员看' }));
  await rounds(1);
  const seen = await by(async () => [
    await world.db.selectFrom('notice').selectAll().execute(),
    await world.db.selectFrom('message').selectAll().execute(),
    await outbox(),
  ]);
  expect(JSON.stringify(seen)).not.toContain('只给科员看');
});

test('settings: the revision must be the latest, and a password does not follow to another server', async () => {
  const settings = await by((actor) => readSettings(actor, world.deps));
  const { password: _none, ...mail } = settings.mail!;
  const set = (fields: object) =>
    by((actor) => setMail(actor, { ...mail, revision: settings.revision, ...fields }, world.deps));
  const first = await set({ user: 'jingwei', password: '很长的密码' });
  expect(first.mail?.password).toMatch(/^v1\./);
  expect(await refusedWith(set({}))).toBe('settings-changed');
  const next = { revision: first.revision, user: 'jingwei' };
  expect(await refusedWith(set({ ...next, host: 'elsewhere.example' }))).toBe('password-needed-again');
  expect(await refusedWith(set({ ...next, security: 'tls' }))).toBe('password-needed-again');
  await set({ ...next, user: '', password: null });
  const noted = await world.owner
    .selectFrom('audit_entry')
    .select('changes')
    .where('action', '=', 'notice.mail')
    .execute();
  expect(JSON.stringify(noted)).not.toContain('很长的密码');
  const office = await world.actorOf('office');
  expect(await refusedWith(world.as(office, () => readSettings(office, world.deps)))).toBe('not-allowed');
});

test('a trial says what came of it', async () => {
  const to = 'someone@linjiang.example';
  expect(await by((actor) => testMail(actor, to, world.deps))).toMatchObject({ sent: true });
  expect(box.taken).toMatchObject([{ to }]);
  box.onMessage = async () => refusal(554);
  expect(await by((actor) => testMail(actor, to, world.deps))).toMatchObject({ sent: false, code: 'mail-refused' });
});

interface Called {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}
async function receiver(): Promise<{ url: string; calls: Called[]; server: Server }> {
  const calls: Called[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, calls, server };
}

test('a web hook: signed, named, without the text, only the kinds it takes, and inside addresses only when allowed', async () => {
  const { url, calls, server } = await receiver();
  const hook = { name: '政务通', url, algorithm: 'hmac-sm3', kinds: ['todo'], active: true } as const;
  const secret = 'sixteen letters!';
  const added = await by((actor) => addHook(actor, { ...hook, secret }, world.deps));
  const { id } = added.hooks[0]!;
  await world.tell(notice({ text: '正文不外传' }), notice({ kind: 'plan' }));
  await rounds(2);
  expect((await outbox()).filter(({ channel }) => channel === 'hook')).toMatchObject([
    { state: 'failed', fault_code: 'hook-address-private', target: '政务通' },
  ]);
  expect(calls).toEqual([]);

  await by((actor) => setGeneral(actor, { revision: added.revision, baseUrl: null, privateHooks: true }, world.deps));
  await world.tell(notice({ title: '收到交办', text: '正文不外传' }));
  await rounds(2);
  expect(calls).toHaveLength(1);
  const { headers, body } = calls[0]!;
  const at = String(headers['x-jingwei-time']);
  expect(headers['x-jingwei-signature']).toBe(signatureFor('hmac-sm3', secret, at, body));
  expect(JSON.parse(body)).toMatchObject({
    delivery: headers['x-jingwei-delivery'],
    title: '收到交办',
    readers: ['p-clerk'],
  });
  expect(body).not.toContain('正文不外传');

  expect(await by((actor) => testHook(actor, id, world.deps))).toMatchObject({ sent: true });
  const elsewhere = { ...hook, url: 'https://elsewhere.example/' };
  expect(await refusedWith(by((actor) => setHook(actor, id, elsewhere, world.deps)))).toBe('hook-secret-needed-again');
  const strange = { ...hook, url: 'https://user:pass@elsewhere.example/', secret };
  expect(await refusedWith(by((actor) => addHook(actor, strange, world.deps)))).toBe('hook-address-unreadable');
  expect((await by((actor) => removeHook(actor, id, world.deps))).hooks).toEqual([]);
  await world.tell(notice());
  await rounds(2);
  expect(calls).toHaveLength(2);
  server.close();
});
