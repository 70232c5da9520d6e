import { readConfig } from '../../../platform/config/index.ts';
import type { Kysely } from '../../../platform/db/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { TaskTables } from '../../../src/task/index.ts';
import { command, EXIT } from '../command.ts';

export const dispatch = command({
  usage: 'dispatch verify [选项]',
  about:
    '从任务的一件件经过把每一轮冻结的调度重算一遍，和冻结时存下的全文逐字节比较，连同摘要。有不一致的列出来，退出码为 1。\n' +
    '只读，服务照常运行。',
  words: { min: 1, max: 1, what: ' verify', choices: ['verify'] },
  options: { json: { type: 'boolean', help: '输出 JSON' } },
  examples: [['./jingwei dispatch verify', '核验全部冻结的调度，恢复备份以后做一次']],
  async run({ options, words, terminal }) {
    if (words[0] !== 'verify')
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'dispatch', given: words[0] ?? '', limit: 'verify' },
      });
    const [{ openOwner }, { asSystem, openKysely }, { placeOf }, { loadTaskServer }] = await Promise.all([
      import('../../../platform/db/owner.ts'),
      import('../../../platform/db/index.ts'),
      import('../../server/place.ts'),
      import('../../../src/task/index.ts'),
    ]);
    const { verifyCycles } = await loadTaskServer();
    const { dataDir, url } = placeOf(readConfig(process.env));
    const owner = await openOwner({ dataDir, url });
    const db: Kysely<TaskTables> = openKysely(owner.ownerAddress, { connections: 1, owner: true });
    try {
      const found: Parameters<Parameters<typeof verifyCycles>[1]>[0][] = [];
      await asSystem(() =>
        verifyCycles(db, (verified) => {
          found.push(verified);
          terminal.progress(`核验了 ${found.length} 轮……`);
        }),
      );
      terminal.progress('');
      const wrong = found.filter(({ holds }) => !holds);
      const { green, red } = terminal.style;
      const lines = wrong.map(
        ({ regionId, name, differs }) => `${red('✗')} ${regionId} ${name}：${differs.join('、')}\n`,
      );
      const told =
        found.length === 0
          ? '还没有冻结的调度。'
          : wrong.length === 0
            ? `${green('✓')} 核验了 ${found.length} 轮，都和冻结时逐字节相同。`
            : `核验了 ${found.length} 轮，${wrong.length} 轮不一致。冻结以后存着的资料被改动过，请用备份和审计日志查明。`;
      await terminal.write(options.json ? `${JSON.stringify(found, null, 2)}\n` : `${lines.join('')}${told}\n`);
      return wrong.length === 0 ? EXIT.ok : EXIT.found;
    } finally {
      await db.destroy();
      await owner.close();
    }
  },
});
