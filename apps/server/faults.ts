import { systemClock } from '../../platform/clock/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { faultFields, type Level, type Log, openLog } from '../../platform/log/index.ts';

/** The log of this process on standard error: short lines at a terminal, JSON elsewhere. At a terminal only what went wrong, unless asked. */
export function logOnStderr(level: Level | null): Log {
  const readable = process.stderr.isTTY === true;
  const write = (line: string): void => void process.stderr.write(line);
  return openLog({ level: level ?? (readable ? 'warn' : 'info'), clock: systemClock, write, readable });
}

/** Notes a fault of our own with its number, so that the number in an answer finds it. */
export const noteIn =
  (log: Log): NoteFault =>
  (number, cause) =>
    log('error', 'fault', { request: number, ...faultFields(cause) });

/** The same for work without a server. */
export const noteOnStderr: NoteFault = noteIn(logOnStderr('error'));
