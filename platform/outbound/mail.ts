import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type LetGo, type Outcome, shortAnswer } from './outcome.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** tls: from the first byte; starttls: refused where the server does not offer it; none: in the clear. */
  readonly security: 'tls' | 'starttls' | 'none';
  /** Null: without login. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try of one mail, so that a second copy can be known. */
  readonly messageId: string;
  /** ISO 8601. */
  readonly at: string;
}

const patienceMs = { connect: 10_000, answer: 30_000, all: 60_000 };

/**
 * Sends one mail. The server has taken sender and recipient and has all of the text when `letGo` is awaited; only then
 * goes the line that ends the message. Never throws: what went wrong is in the outcome.
 */
export async function sendMail(server: MailServer, mail: Mail, letGo: LetGo): Promise<Outcome> {
  let gone = false;
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    connectionTimeout: patienceMs.connect,
    greetingTimeout: patienceMs.connect,
    dnsTimeout: patienceMs.connect,
    socketTimeout: patienceMs.answer,
  });
  try {
    const message = await composed(mail);
    const answer = await talk(connection, server, mail, message, async () => {
      await letGo();
      gone = true;
    });
    return { sent: true, answer: shortAnswer(answer) };
  } catch (cause) {
    return failed(cause, gone);
  } finally {
    connection.close();
  }
}

const composed = ({ from, to, subject, text, messageId, at }: Mail): Promise<Buffer> =>
  new MailComposer({
    from,
    to,
    subject: subject.replaceAll(/\s+/g, ' '),
    text,
    messageId,
    date: new Date(at),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
    .compile()
    .build();

/** The whole conversation: connect, log in, envelope, text, end. Gives the server's last word. */
function talk(
  connection: SMTPConnection,
  { login }: MailServer,
  mail: Mail,
  message: Buffer,
  letGo: LetGo,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), patienceMs.all);
    const stop = (cause: unknown): void => {
      clearTimeout(timer);
      reject(cause);
    };
    connection.on('error', stop);
    connection.once('end', () => stop(new Error('connection closed')));
    const send = (): void =>
      connection.send(
        { from: mail.from.address, to: [mail.to] },
        Readable.from(held(message, letGo)),
        (cause, info) => {
          if (cause) return stop(cause);
          clearTimeout(timer);
          resolve(info.response);
        },
      );
    connection.connect((cause) => {
      if (cause) return stop(cause);
      if (login === null) return send();
      const { user, password } = login;
      connection.login({ user, pass: password, credentials: { user, pass: password } }, (refused) =>
        refused ? stop(refused) : send(),
      );
    });
  });
}

/** The text at once, its end only when it may go: the connection sends the closing line at the end of the stream. */
async function* held(message: Buffer, letGo: LetGo): AsyncGenerator<Buffer> {
  yield message;
  await letGo();
}

function failed(cause: unknown, gone: boolean): Outcome {
  const {
    code = '',
    command = '',
    response = '',
    responseCode,
  } = cause as {
    code?: string;
    command?: string;
    response?: string;
    responseCode?: number;
  };
  const answer = response === '' ? null : shortAnswer(response);
  if (gone && responseCode === undefined) return { sent: false, next: 'unknown', code: 'mail-answer-lost', answer };
  if (code === 'EAUTH') return { sent: false, next: 'again', code: 'mail-login-refused', answer };
  if (code === 'ETLS') return { sent: false, next: 'again', code: 'mail-not-secure', answer };
  // Only what is said about this mail can be for good; a server that greets with a refusal may be better tomorrow.
  const next = (responseCode ?? 0) >= 500 ? 'never' : 'again';
  if (code === 'EENVELOPE' && !command.startsWith('MAIL'))
    return { sent: false, next, code: 'mail-recipient-refused', answer };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { sent: false, next, code: 'mail-refused', answer };
  return { sent: false, next: 'again', code: 'mail-unreachable', answer: answer ?? codeOf(cause) };
}

/** What the machine says of a connection that failed: ECONNREFUSED, CERT_HAS_EXPIRED. */
const codeOf = (cause: unknown): string | null =>
  cause instanceof Error ? shortAnswer((cause as { code?: string }).code ?? cause.message) : null;
