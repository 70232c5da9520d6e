import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Clicker } from '../../platform/db/testing/busy-city.ts';
import { type Click, clicks, yardstick } from './clicks.ts';
import { growthPerMinute, type Memory, type Times, timesOf } from './figures.ts';
import { type LoadedServer, startLoaded } from './server.ts';

export interface LoadOptions {
  readonly plans: number;
  readonly people: number;
  /** Clicks of each person in a second; 0: the next one as soon as the last is answered. */
  readonly pace: number;
  /** How long each kind of click is measured. */
  readonly seconds: number;
  /** How long all kinds together go on afterwards, for memory; 0: not at all. */
  readonly soakMinutes: number;
}

export interface ClickResult {
  readonly name: string;
  readonly times: Times;
  /** p95 against that of the yardstick in the same run. */
  readonly ratio: number;
  /** Answers that were not 2xx, and requests without any. */
  readonly failures: number;
}

export interface LoadResult {
  readonly options: LoadOptions;
  readonly clicks: readonly ClickResult[];
  readonly memory: readonly Memory[];
  /** Bytes a minute in the second half of the soak; null without one. */
  readonly growth: { readonly rss: number; readonly heap: number } | null;
}

/** Signed-in people click on a server with very many plans; each kind of click by itself, then all of them at once. */
export async function measureLoad(options: LoadOptions, tell: (line: string) => void): Promise<LoadResult> {
  const server = await startLoaded(options, tell);
  const began = performance.now();
  const memory: Memory[] = [];
  const look = async (): Promise<void> => {
    memory.push({ at: (performance.now() - began) / 1000, ...(await server.memory()) });
  };
  const watching = setInterval(() => void look().catch(() => undefined), 5000);
  try {
    const results: ClickResult[] = [];
    let base = 0;
    const mixed = { name: '混合点击', paths: clicks.flatMap(({ paths }) => paths) };
    for (const click of [yardstick, ...clicks, mixed]) {
      tell(`${click.name}……`);
      // Until everybody has been everywhere once: the first of all clicks on a morning are spread over it.
      const once = options.pace > 0 ? Math.ceil((click.paths.length * 1.5) / options.pace) : 0;
      await press(server, click, { ...options, seconds: Math.max(1, once, Math.ceil(options.seconds / 5)) });
      const { times, failures } = await press(server, click, options);
      if (click === yardstick) base = times.p95;
      results.push({ name: click.name, times, failures, ratio: base === 0 ? 0 : times.p95 / base });
    }
    const from = memory.length;
    if (options.soakMinutes > 0) {
      tell(`连续点击 ${options.soakMinutes} 分钟……`);
      const { times, failures } = await press(server, mixed, { ...options, seconds: options.soakMinutes * 60 });
      results.push({ name: `连续 ${options.soakMinutes} 分钟`, times, failures, ratio: times.p95 / base });
    }
    await look();
    const soaked = memory.slice(from);
    const growth = (of: 'rss' | 'heap') => growthPerMinute(soaked.map((each) => [each.at, each[of]]));
    return {
      options,
      clicks: results,
      memory,
      growth: options.soakMinutes > 0 ? { rss: growth('rss'), heap: growth('heap') } : null,
    };
  } finally {
    clearInterval(watching);
    await server.stop();
  }
}

/** People do not click in step: they come in so many groups, spread over the first second. */
const groups = 20;

/** Every person on a connection of his own; at an even pace, waiting counts from when the click was due. */
async function press(
  { address, clickers, settle }: LoadedServer,
  { paths }: Click,
  { people, pace, seconds }: LoadOptions,
): Promise<{ readonly times: Times; readonly failures: number }> {
  const milliseconds: number[] = [];
  let refused = 0;
  let next = 0;
  const given: autocannon.Options = {
    url: address,
    ...(pace > 0 && { connectionRate: pace }),
    duration: seconds,
    setupClient: (client) => {
      const headers = headersOf(clickers[next % clickers.length]);
      client.setRequests(paths.map((path) => ({ method: 'GET', path, headers })));
      next += 1;
    },
  };
  const group = async (connections: number, at: number): Promise<number> => {
    await pause(at);
    const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
      const running = autocannon({ ...given, connections }, (error: Error | null, result) =>
        error === null ? resolve(result) : reject(error),
      );
      running.on('response', (_client, status, _bytes, time) => {
        milliseconds.push(time);
        if (status < 200 || status >= 300) refused += 1;
      });
    });
    return errors + timeouts;
  };
  const many = Math.min(groups, people);
  const sizes = Array.from({ length: many }, (_, n) => Math.floor((people + n) / many));
  const lost = await Promise.all(sizes.map((size, n) => group(size, (n * 1000) / many)));
  await settle();
  return { times: timesOf(milliseconds), failures: lost.reduce((sum, each) => sum + each, refused) };
}

const headersOf = (clicker: Clicker | undefined): Record<string, string> => ({
  accept: 'application/json',
  cookie: `jw_session=${clicker?.token ?? ''}`,
});
