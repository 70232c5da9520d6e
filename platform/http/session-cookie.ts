import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * A cookie that no script can read and no other site's request brings along. Where browsers come over TLS it is bound to
 * this very host (`__Host-`) and never sent in the clear.
 */
export interface SafeCookie {
  readonly read: (request: FastifyRequest) => string | null;
  readonly set: (reply: FastifyReply, value: string, seconds?: number) => void;
  readonly clear: (reply: FastifyReply) => void;
}

/** `secure`: browsers come over TLS, by our public address or the proxy in front. */
export function safeCookie(name: string, secure: boolean): SafeCookie {
  const fullName = secure ? `__Host-${name}` : name;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const write = (reply: FastifyReply, text: string): void => {
    // Fastify sends several set-cookie headers when asked several times.
    void reply.header('set-cookie', `${fullName}=${text}`);
  };
  return {
    read: (request) => cookieOf(request.headers.cookie, fullName),
    set: (reply, value, seconds) =>
      write(reply, `${value}; ${attributes}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`),
    clear: (reply) => write(reply, `; ${attributes}; Max-Age=0`),
  };
}

/**
 * The value of a cookie; null when it is not there, empty, or there twice: a neighbouring host may have planted one, and
 * which is the right one cannot be told.
 */
export function cookieOf(header: string | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [only] = values;
  return values.length === 1 && only !== undefined && only !== '' && only.length <= 4000 ? only : null;
}
