import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Cell, CellAddress } from '../../platform/web/grid/model.ts';
import type { CellChange, CellOutcome } from '../../platform/web/grid/props.ts';

export interface SavedCell extends CellAddress, Cell {
  readonly revision: number;
  readonly by: string;
}

export interface GridServer {
  readonly address: string;
  readonly cells: ReadonlyMap<string, SavedCell>;
  /** How many cells each request brought. */
  readonly requests: number[];
  /** Requests are taken and kept, but never answered. */
  loseAnswers: boolean;
  /** Requests to save are not even taken. */
  isDown: boolean;
  /** Somebody else saves a cell. */
  write(cell: CellAddress & Cell, by: string): void;
  clear(): void;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the built page, keeps its cells with revisions, and refuses values above 9 billion. */
export async function startGridServer(folder: string): Promise<GridServer> {
  const cells = new Map<string, SavedCell>();
  const requests: number[] = [];
  const put = ({ row, column, value, reason, note }: CellAddress & Cell, by: string): SavedCell => {
    const key = `${row} ${column}`;
    const saved = { row, column, value, reason, note, by, revision: (cells.get(key)?.revision ?? 0) + 1 };
    cells.set(key, saved);
    return saved;
  };
  const answerTo = (change: CellChange): CellOutcome => {
    const { row, column } = change;
    const now = cells.get(`${row} ${column}`);
    if ((now?.revision ?? null) !== change.revision && now !== undefined) {
      const theirs = { value: now.value, reason: now.reason, note: now.note };
      return { row, column, kind: 'conflict', theirs, revision: now.revision, by: now.by, at: '2025-04-03T02:00:00Z' };
    }
    if ((change.value ?? 0) > 9_000_000_000) return { row, column, kind: 'refused', message: '超过了合理范围。' };
    return { row, column, kind: 'saved', revision: put(change, '').revision };
  };
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path === '/sheet') return response.end(JSON.stringify([...cells.values()]));
      if (path === '/save' && given.isDown) return response.destroy();
      if (path === '/save') {
        const changes = JSON.parse(await bodyOf(request)) as CellChange[];
        requests.push(changes.length);
        const outcomes = changes.map(answerTo);
        return given.loseAnswers ? response.destroy() : response.end(JSON.stringify(outcomes));
      }
      const file = normalize(path === '/' ? '/index.html' : path);
      const text = await readFile(join(folder, file)).catch(() => null);
      return response.writeHead(text === null ? 404 : 200, { 'content-type': types[extname(file)] ?? '' }).end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const given: GridServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cells,
    requests,
    loseAnswers: false,
    isDown: false,
    write: (cell, by) => void put(cell, by),
    clear: () => {
      cells.clear();
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return given;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
