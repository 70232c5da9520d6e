import { readConfig } from '../../../platform/config/index.ts';
import type { Kysely } from '../../../platform/db/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { TaskTables } from '../../../src/task/index.ts';
import { command, EXIT } from '../command.ts';

const whats = { content: '任务本身', task: '任务清单', duties: '责任清单', parties: '谁能看到' } as const;
const mostShown = 100;

export const task = command({
  usage: 'task verify [选项]',
  about:
    '把每一项任务从头到尾发生的事重演一遍，和现在存的任务、清单里的灯和时限、谁能看到逐项比对。\n' +
    '有不符的列出任务，退出码为 1。只读，服务照常运行。',
  words: { min: 1, max: 1, what: ' verify', choices: ['verify'] },
  options: { json: { type: 'boolean', help: '输出 JSON' } },
  examples: [['./jingwei task verify', '核对全部任务']],
  async run({ options, words, terminal }) {
    if (words[0] !== 'verify')
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'task', given: words[0] ?? '', limit: 'verify' },
      });
    const [{ openOwner }, { openKysely }, { placeOf }, { loadTaskServer }] = await Promise.all([
      import('../../../platform/db/owner.ts'),
      import('../../../platform/db/index.ts'),
      import('../../server/place.ts'),
      import('../../../src/task/index.ts'),
    ]);
    const { verifyTasks } = await loadTaskServer();
    const { dataDir, url } = placeOf(readConfig(process.env));
    const owner = await openOwner({ dataDir, url });
    const db: Kysely<TaskTables> = openKysely(owner.ownerAddress, { ...{ connections: 1, owner: true } });
    try {
      const found = await verifyTasks({ db }, (done) => terminal.progress(`核对了 ${done} 项……`));
      terminal.progress('');
      const { tasks, wrong } = found;
      const lines = wrong
        .slice(0, mostShown)
        .map(({ taskId, title, what }) => `${taskId} ${title}：${whats[what]}不符\n`);
      const told = wrong.length === 0 ? '全部相符' : `不符的有 ${wrong.length} 处`;
      await terminal.write(
        options.json ? `${JSON.stringify(found, null, 2)}\n` : `${lines.join('')}核对了 ${tasks} 项任务，${told}。\n`,
      );
      return wrong.length === 0 ? EXIT.ok : EXIT.found;
    } finally {
      await db.destroy();
      await owner.close();
    }
  },
});
