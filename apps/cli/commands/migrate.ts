import { readConfig } from '../../../platform/config/index.ts';
import { command, EXIT } from '../command.ts';

export const migrate = command({
  usage: 'migrate [选项]',
  about:
    '把数据库的表结构升级到这个版本，并给网页服务的账号授权。服务启动时会自己做；JINGWEI_MIGRATE=off 时在升级程序后手工运行。\n' +
    '一步不成就全部不做。没有倒退：要回到旧版，用升级前的备份恢复。',
  words: { min: 0, max: 0, what: '' },
  options: {
    check: { type: 'boolean', help: '只看还差几步，不改任何东西；还有没做的，退出码为 1' },
  },
  examples: [
    ['./jingwei migrate --check', '升级前看要做什么'],
    ['./jingwei migrate', '升级'],
  ],
  async run({ options, terminal }) {
    const config = readConfig(process.env);
    const [{ openOwner }, { bringUpToDate, pendingOf }, { placeOf }] = await Promise.all([
      import('../../../platform/db/owner.ts'),
      import('../../../platform/db/up-to-date.ts'),
      import('../../server/place.ts'),
    ]);
    const { appUrl, ...choice } = placeOf(config);
    const { ownerAddress, where, close } = await openOwner(choice);
    try {
      const pending = await pendingOf(ownerAddress);
      if (options.check === true) {
        for (const name of pending) await terminal.write(`${name}\n`);
        await terminal.note(pending.length === 0 ? `${where} 已是最新。` : `${where} 还差 ${pending.length} 步。`);
        return pending.length === 0 ? EXIT.ok : EXIT.found;
      }
      const { ran } = await bringUpToDate(ownerAddress, appUrl, true);
      for (const name of ran) await terminal.write(`${name}\n`);
      await terminal.note(
        ran.length === 0 ? `${where} 已是最新，没有改动。` : `${where} 已升级，做了 ${ran.length} 步。`,
      );
      return EXIT.ok;
    } finally {
      await close();
    }
  },
});
