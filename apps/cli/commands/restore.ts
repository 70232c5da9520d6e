import { readConfig } from '../../../platform/config/index.ts';
import { command, EXIT } from '../command.ts';
import { manifestText } from '../show/backup.ts';

export const restore = command({
  usage: 'restore 文件 [选项]',
  about:
    '把备份恢复到一个空的数据库：自带的数据库用 JINGWEI_DATA 指定一个新文件夹，外部的用 DATABASE_URL 或 --into 指定空库。\n' +
    '先把文件从头到尾核对一遍，再在一个事务里恢复，逐表和备份比对，有一处不对就全部撤回；最后核对审计链，断了退出码为 1。',
  words: { min: 1, max: 1, what: '备份文件' },
  options: {
    into: {
      type: 'string',
      value: '地址',
      help: '空库的地址；缺省为环境变量所指的数据库。密码写在 DATABASE_URL 里更稳妥',
    },
    check: { type: 'boolean', help: '只核对备份文件，不恢复' },
    json: { type: 'boolean', help: '输出 JSON：内容清单' },
  },
  examples: [
    ['JINGWEI_DATA=/srv/演练 ./jingwei restore jingwei-20260301-020000.tar', '演练：恢复到一个新的数据文件夹'],
    ['./jingwei restore jingwei-20260301-020000.tar --check', '只看备份是否完好'],
  ],
  async run({ options, words, terminal }) {
    const config = readConfig(process.env);
    const [{ checkBackup, openBackup, restoreBackup }, { restoreTarget }] = await Promise.all([
      import('../../../platform/db/backup/index.ts'),
      import('../../server/restore-target.ts'),
    ]);
    const open = openBackup(words[0] ?? '', config.backupPassphrase);
    if (options.check === true) {
      terminal.progress('核对……');
      const manifest = await checkBackup(open());
      terminal.progress('');
      await terminal.write(
        options.json ? `${JSON.stringify(manifest, null, 2)}\n` : `完好。${manifestText(manifest, terminal)}`,
      );
      return EXIT.ok;
    }
    const target = await restoreTarget(config, options.into);
    try {
      terminal.progress('核对……');
      const manifest = await restoreBackup({
        ownerAddress: target.ownerAddress,
        open,
        tell: ({ table, number, of }) => terminal.progress(`恢复 ${number}/${of} ${table}`),
      });
      const migrated = await target.bringUpToDate();
      terminal.progress('核对审计链……');
      const broken = await target.checkChain();
      terminal.progress('');
      if (options.json) await terminal.write(`${JSON.stringify({ ...manifest, migrated }, null, 2)}\n`);
      else await terminal.write(`已恢复到 ${target.where}，逐表核对无误。\n${manifestText(manifest, terminal)}`);
      for (const name of migrated) await terminal.note(`升级表结构 ${name}`);
      if (broken === null) return EXIT.ok;
      await terminal.note(`内容已照备份恢复，但备份里的审计链本来就不完整：${broken}`);
      return EXIT.found;
    } finally {
      await target.close();
    }
  },
});
