import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressList } from '../../platform/config/index.ts';
import { asSystem, type Kysely, poolState } from '../../platform/db/index.ts';
import { countRows, type RowCount } from '../../platform/db/row-counts.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';

const keptMs = 10_000;

/** Figures of the database: its connections, and rows by state as the platform sees them, asked at most every ten seconds. */
export function watchDatabase<Tables>(metrics: Metrics, db: Kysely<Tables>): void {
  metrics.gauge('jingwei_db_connections', '数据库连接', ['state'], () =>
    Object.entries(poolState(db)).map(([state, value]) => ({ labels: [state], value })),
  );
  let asked = Number.NEGATIVE_INFINITY;
  let counts: Promise<RowCount[]> = Promise.resolve([]);
  metrics.gauge('jingwei_rows', '会话、消息、导入、方案按状态的数目，审计记录的条数', ['what', 'state'], async () => {
    if (performance.now() - asked > keptMs) {
      asked = performance.now();
      counts = asSystem(() => countRows(db));
    }
    return (await counts).map(({ what, state, rows }) => ({ labels: [what, state], value: rows }));
  });
}

/** Who may read the metrics: with the token, from a listed address, or from this machine itself. */
export interface MetricsReaders {
  readonly token: string | null;
  readonly addresses: readonly string[] | null;
  /** True when addresses that a proxy tells are believed. */
  readonly behindProxy: boolean;
}

/** `/metrics` in the text format of Prometheus. Refuses (`metrics-closed`) everybody else. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics, readers: MetricsReaders): void {
  const isListed = addressList([...(readers.addresses ?? []), '127.0.0.0/8', '::1']);
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!hasToken(request, readers.token) && !(isListed(request.ip) && isDirect(request, readers.behindProxy)))
      throw new RefusalError({ code: 'metrics-closed' });
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text());
  });
}

function hasToken(request: FastifyRequest, token: string | null): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return token !== null && given.length === expected.length && timingSafeEqual(given, expected);
}

/** A proxy on this machine that nobody told us of makes everybody look local. */
const isDirect = ({ headers }: FastifyRequest, behindProxy: boolean): boolean =>
  behindProxy || !['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => headers[name] !== undefined);
