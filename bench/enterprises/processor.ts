import { readdirSync, readFileSync } from 'node:fs';
import { withBackend } from '../../platform/db/testing/copy-into.ts';

/** Processor seconds that the processes of a database have used since it was started; null where the system does not tell. */
export const databaseSeconds = (ownerAddress: string): Promise<number | null> =>
  withBackend(ownerAddress, (backend) => {
    try {
      const main = statOf(backend).parent;
      const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
      const parts = pids.flatMap((pid) => statsOf(Number(pid))).filter(({ parent }) => parent === main);
      const { own, ended } = statOf(main);
      return parts.reduce((sum, each) => sum + each.own, own + ended);
    } catch {
      return null;
    }
  });

/** Clock ticks of a second on every Linux that there is. */
const ticks = 100;

/** What /proc tells of a process; the numbers are counted from its state, which stands behind its name. */
function statOf(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (place: number): number => Number(fields[place] ?? 0);
  return { parent: at(1), own: (at(11) + at(12)) / ticks, ended: (at(13) + at(14)) / ticks };
}

/** A process may end while it is looked at. */
function statsOf(pid: number): ReturnType<typeof statOf>[] {
  try {
    return [statOf(pid)];
  } catch {
    return [];
  }
}
