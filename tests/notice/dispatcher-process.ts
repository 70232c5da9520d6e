import { systemClock } from '../../platform/clock/index.ts';
import { appAddress, asSystem, openKysely } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { openSecretKey } from '../../platform/secrets/index.ts';
import { dispatch } from '../../src/notice/commands/dispatch.ts';
import type { NoticeTables } from '../../src/notice/index.ts';

/** A dispatcher in a process of its own, to be killed: database, installation key and lease in its arguments. */
const [, , address = '', key = '', lease = ''] = process.argv;
const db = openKysely<NoticeTables>(await appAddress(address), { connections: 3 });
const deps = {
  db,
  clock: systemClock,
  newId,
  secrets: openSecretKey(key, '/nowhere'),
  publicUrl: null,
  share: Math.random,
};
process.stdout.write('ready\n');
for (;;) await asSystem(() => dispatch(deps, Number(lease)));
