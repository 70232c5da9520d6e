import { plainStyle, type Terminal } from './terminal.ts';

export interface MemoryTerminal extends Terminal {
  /** All of standard output so far. */
  readonly out: () => string;
  /** All of standard error so far. */
  readonly notes: () => string;
}

/** A terminal that remembers, for calling commands without a process. `columns` null is a pipe. */
export function memoryTerminal(columns: number | null = null): MemoryTerminal {
  let out = '';
  let notes = '';
  return {
    async write(content) {
      out += typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    },
    async note(line) {
      notes += `${line}\n`;
    },
    progress() {},
    style: plainStyle,
    columns,
    out: () => out,
    notes: () => notes,
  };
}
