import { expect, test } from 'vitest';
import { openDatabase } from './index.ts';
import { testDatabase } from './testing/index.ts';

test('an external database is used by its address, by several servers at once, and never shown with its password', async () => {
  const { address, close } = await testDatabase();
  const open = () => openDatabase({ dataDir: '/nowhere', url: address, exclusive: true });
  const servers = await Promise.all([open(), open()]);
  const password = new URL(address).password;
  for (const server of servers) {
    expect(server.where).toMatch(/^127\.0\.0\.1:\d+\/test_/);
    expect(server.where).not.toContain(password);
    await server.close();
  }
  await close();
});
