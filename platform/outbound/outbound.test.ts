import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { atOnce, callHook, type MailServer, mayCall, sendMail, signatureFor } from './index.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A real SMTP server on a free port that keeps what it took. */
async function smtp(
  options: SMTPServerOptions = {},
): Promise<{ server: MailServer; taken: string[]; sockets: Socket[] }> {
  const taken: string[] = [];
  const sockets: Socket[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => void sockets.push(socket));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise<void>((done) => server.close(done)));
  const { port } = server.server.address() as AddressInfo;
  return { server: { host: '127.0.0.1', port, security: 'none', login: null }, taken, sockets };
}

const mail = {
  from: { name: '经纬', address: 'jingwei@linjiang.example' },
  to: 'office@linjiang.example',
  subject: '收到交办：\r\nBcc: x@y.z',
  text: '请于3月底前报送。\n.\n一行只有点。\n',
  messageId: '<d1@linjiang.example>',
  at: '2025-03-01T02:00:00.000Z',
};
const bounced = (code: number): Error => Object.assign(new Error('no such box'), { responseCode: code });

test('a mail arrives once, whole, and no header slips in with its subject', async () => {
  const { server, taken } = await smtp();
  expect(await sendMail(server, mail, atOnce)).toMatchObject({ sent: true });
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain('Message-ID: <d1@linjiang.example>');
  expect(taken[0]).not.toMatch(/^Bcc:/m);
  const body = taken[0]!.split('\r\n\r\n')[1]!.replace(/\r\n/g, '');
  expect(Buffer.from(body, 'base64').toString('utf8')).toContain('一行只有点。');
});

test('the server has everything but the end while the sender makes up its mind, and nothing when it decides against', async () => {
  let envelope = false;
  const { server, taken } = await smtp({
    onRcptTo: (_address, _session, done) => {
      envelope = true;
      done();
    },
  });
  const outcome = await sendMail(server, mail, async () => {
    expect(envelope).toBe(true);
    throw new Error('somebody else has it');
  });
  expect(outcome).toMatchObject({ sent: false, next: 'again' });
  expect(taken).toEqual([]);
});

test.each([
  [
    'a recipient refused for good',
    { onRcptTo: (_a, _s, done) => done(bounced(550)) },
    'never',
    'mail-recipient-refused',
  ],
  [
    'a recipient refused for now',
    { onRcptTo: (_a, _s, done) => done(bounced(450)) },
    'again',
    'mail-recipient-refused',
  ],
  ['the text refused for good', { onData: refusing(552) }, 'never', 'mail-refused'],
  ['the text refused for now', { onData: refusing(451) }, 'again', 'mail-refused'],
] satisfies [string, SMTPServerOptions, string, string][])('%s', async (_what, options, next, code) => {
  const { server } = await smtp(options);
  expect(await sendMail(server, mail, atOnce)).toMatchObject({ sent: false, next, code });
});

function refusing(code: number): NonNullable<SMTPServerOptions['onData']> {
  return (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done(bounced(code)));
  };
}

test('a line that breaks after the end was let go leaves it unknown', async () => {
  const { server, sockets } = await smtp({
    onData: (stream) => {
      stream.resume();
      stream.on('end', () => sockets.forEach((socket) => void socket.destroy()));
    },
  });
  const outcome = await sendMail(server, mail, atOnce);
  expect(outcome).toMatchObject({ sent: false, next: 'unknown', code: 'mail-answer-lost' });
});

test('nobody there, a login that is wrong, and a server without encryption where it is required', async () => {
  const closed = await smtp();
  await closing.pop()!();
  expect(await sendMail(closed.server, mail, atOnce)).toMatchObject({ next: 'again', code: 'mail-unreachable' });
  const { server } = await smtp({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('wrong')),
  });
  const login = { user: 'u', password: 'p' };
  expect(await sendMail({ ...server, login }, mail, atOnce)).toMatchObject({ code: 'mail-login-refused' });
  const plain = await smtp();
  const secure = { ...plain.server, security: 'starttls' as const };
  expect(await sendMail(secure, mail, atOnce)).toMatchObject({ sent: false, next: 'again', code: 'mail-not-secure' });
  expect(plain.taken).toEqual([]);
});

interface Called {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}
async function receiver(
  status: number,
  headers: Record<string, string> = {},
): Promise<{ url: string; calls: Called[] }> {
  const calls: Called[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, headers).end('answer');
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise<void>((done) => void server.close(() => done())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, calls };
}
const call = (url: string, allowInside = true) =>
  callHook({ url, headers: { 'x-jingwei-delivery': 'd1' }, body: '{"kind":"todo"}', allowInside }, atOnce);

test('a hook is called once with its body, and its answer decides', async () => {
  const good = await receiver(204);
  expect(await call(good.url)).toMatchObject({ sent: true });
  expect(good.calls).toMatchObject([{ headers: { 'x-jingwei-delivery': 'd1' }, body: '{"kind":"todo"}' }]);
  expect(await call((await receiver(503)).url)).toMatchObject({ next: 'again', code: 'hook-refused' });
  expect(await call((await receiver(410)).url)).toMatchObject({ next: 'never', code: 'hook-refused' });
  expect(await call((await receiver(0)).url)).toMatchObject({ next: 'unknown', code: 'hook-answer-lost' });
  const elsewhere = await receiver(200);
  expect(await call((await receiver(302, { location: elsewhere.url })).url)).toMatchObject({ code: 'hook-redirects' });
  expect(elsewhere.calls).toEqual([]);
});

test('inside addresses are not called, by number or by name, unless allowed; some never', async () => {
  const { url, calls } = await receiver(200);
  const byName = url.replace('127.0.0.1', 'localhost');
  for (const each of [url, byName, url.replace('127.0.0.1', '[::ffff:127.0.0.1]'), url.replace('127.0.0.1', '0x7f.1')])
    expect(await call(each, false)).toMatchObject({ next: 'never', code: 'hook-address-private' });
  expect(calls).toEqual([]);
  expect(await call('http://169.254.169.254/latest/meta-data')).toMatchObject({ code: 'hook-address-private' });
});

test.each([
  ['10.1.2.3', false, true],
  ['172.31.0.1', false, true],
  ['192.168.1.1', false, true],
  ['100.100.0.1', false, true],
  ['fd00::1', false, true],
  ['::1', false, true],
  ['::ffff:10.0.0.1', false, true],
  ['169.254.169.254', false, false],
  ['::ffff:169.254.169.254', false, false],
  ['0.0.0.0', false, false],
  ['fe80::1', false, false],
  ['64:ff9b::a00:1', false, false],
  ['203.0.113.7', false, false],
  ['1.2.3.4', true, true],
  ['2400:3200::1', true, true],
])('%s may be called: %s, inside allowed: %s', (address, outside, inside) => {
  expect([mayCall(address, false), mayCall(address, true)]).toEqual([outside, inside]);
});

test('the signature is that of RFC 2104 over time and body', () => {
  const expected = createHmac('sha256', 'k').update('t.b').digest('hex');
  expect(signatureFor('hmac-sha256', 'k', 't', 'b')).toBe(`hmac-sha256=${expected}`);
  expect(signatureFor('hmac-sm3', 'k', 't', 'b')).toMatch(/^hmac-sm3=[0-9a-f]{64}$/);
});
