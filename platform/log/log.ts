import type { Clock } from '../clock/index.ts';

export const levels = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

/**
 * What a line may tell. The names are few and closed so that nothing personal can come in by accident: no name,
 * telephone, address, body, query, cookie or token has a place here. A person is told by the number alone.
 */
export interface LogFields {
  /** Number of the request; an answer with a fault carries it too. */
  readonly request?: string;
  readonly method?: string;
  /** The pattern of the address (`/api/v1/plans/:planId`), never the address. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly person?: string;
  /** Of a fault: kind, code, masked words, and the places in our code. */
  readonly error?: string;
  readonly code?: string;
  readonly words?: string;
  readonly stack?: readonly string[];
  /** Counts and names of our own making: tables, states, versions. */
  readonly subject?: string;
  readonly count?: number;
}

/** Writes one event; `event` is a fixed word of the code (`request`, `fault`, `started`). */
export type Log = (level: Level, event: string, fields?: LogFields) => void;

export interface LogOptions {
  /** The least level that is written. */
  readonly level: Level;
  readonly clock: Clock;
  /** Takes a line with its end. */
  readonly write: (line: string) => void;
  /** True for a person at a terminal: short lines; else one JSON object a line. */
  readonly readable: boolean;
}

/** A log with the given least level. */
export function openLog({ level, clock, write, readable }: LogOptions): Log {
  const least = levels.indexOf(level);
  return (at, event, fields = {}) => {
    if (levels.indexOf(at) < least) return;
    const time = clock.now();
    write(
      readable ? readableLine(time, at, event, fields) : `${JSON.stringify({ time, level: at, event, ...fields })}\n`,
    );
  };
}

function readableLine(time: string, level: Level, event: string, { stack, ...fields }: LogFields): string {
  const told = Object.entries(fields).map(([name, value]) => (name === 'ms' ? `${value}ms` : String(value)));
  const frames = (stack ?? []).map((frame) => `    ${frame}\n`).join('');
  return `${time.slice(11, 19)} ${level} ${event} ${told.join(' ')}\n${frames}`;
}
