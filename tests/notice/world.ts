import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { asSystem } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { openSecretKey } from '../../platform/secrets/index.ts';
import type { NoticeDeps } from '../../src/notice/commands/deps.ts';
import { setMail } from '../../src/notice/commands/settings.ts';
import { enqueue, type NewNotice, type NoticeTables } from '../../src/notice/index.ts';
import { type Office, openOffice } from '../office/world.ts';

/** The commands of messages on a real database. */
export interface NoticeWorld extends Office<NoticeTables> {
  readonly deps: NoticeDeps;
  /** Tells something, in a transaction of its own. */
  readonly tell: (...notices: readonly NewNotice[]) => Promise<void>;
}

export const installationKey = '5'.repeat(64);

export async function openNoticeWorld(): Promise<NoticeWorld> {
  const office = await openOffice<NoticeTables>();
  const secrets = openSecretKey(installationKey, '/nowhere');
  const deps: NoticeDeps = { db: office.db, clock: office.clock, newId, secrets, publicUrl: null, share: () => 0.5 };
  const tell = (...notices: readonly NewNotice[]) =>
    asSystem(() => office.db.transaction().execute((db) => enqueue(db, deps, ...notices)));
  return { ...office, deps, tell };
}

export const notice = (fields: Partial<NewNotice> = {}): NewNotice => ({
  key: newId(),
  kind: 'todo',
  title: '收到交办：报送进度',
  text: '请于3月底前报送。',
  link: '/work/0000000001',
  origin: { slice: 'work', kind: 'item', id: '0000000001' },
  to: [{ to: 'post', id: 'clerk' }],
  ...fields,
});

/** What a real mail server on this machine took, and what it does with what it is given. */
export interface MailBox {
  readonly port: number;
  readonly taken: { to: string; text: string }[];
  /** Connections that are open. */
  readonly sockets: Set<Socket>;
  /** Called when all of a message is there; the answer waits for it. An error is the refusal. */
  onMessage: (text: string) => Promise<Error | null>;
  /** Called when a recipient is named. */
  onRecipient: (address: string) => Promise<Error | null>;
  readonly close: () => Promise<void>;
}

export async function openMailBox(): Promise<MailBox> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => void box.onRecipient(address).then((refusal) => done(refusal)),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        void box.onMessage(text).then((refusal) => {
          if (refusal === null) box.taken.push({ to, text });
          done(refusal);
        });
      });
    },
  });
  const sockets = new Set<Socket>();
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const box: MailBox = {
    port: (server.server.address() as AddressInfo).port,
    taken: [],
    sockets,
    onMessage: async () => null,
    onRecipient: async () => null,
    close: () => new Promise<void>((done) => server.close(done)),
  };
  return box;
}

/** Sets the mail server of the world, as the system administrator does. */
export async function useMailBox(world: NoticeWorld, port: number): Promise<void> {
  const administrator = await world.actorOf('system');
  const { revision } = await world.as(administrator, async () =>
    world.deps.db.selectFrom('notice_setting').select('revision').executeTakeFirstOrThrow(),
  );
  const server = { host: '127.0.0.1', port, security: 'none', user: '', senderName: '经纬' } as const;
  await world.as(administrator, (actor) =>
    setMail(
      actor,
      { ...server, revision, on: true, senderAddress: 'jingwei@linjiang.example', password: null },
      world.deps,
    ),
  );
}
