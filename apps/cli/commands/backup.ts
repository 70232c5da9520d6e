import { dirname } from 'node:path';
import { readConfig } from '../../../platform/config/index.ts';
import { programVersion } from '../../version.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';
import { manifestText, sizeText } from '../show/backup.ts';

export const backup = command({
  usage: 'backup 文件或文件夹 [选项]',
  about:
    '把整个数据库（全部表、文件、审计链）在一个时刻的内容写成一个文件，服务照常运行。写完会从头读一遍核对。\n' +
    '给文件夹时自己起名，如 jingwei-20260301-020000.tar。设了环境变量 JINGWEI_BACKUP_PASSPHRASE 就加密。\n' +
    '备份里没有 JINGWEI_SECRET_KEY 和数据文件夹里的密钥，请另行保管。',
  words: { min: 1, max: 1, what: '文件或文件夹' },
  options: {
    keep: { type: 'string', value: 'N', help: '给文件夹时：做完以后只留最新的 N 份，旧的删去' },
    json: { type: 'boolean', help: '输出 JSON：内容清单和摘要' },
  },
  examples: [
    ['./jingwei backup /var/backups/jingwei/ --keep 30', '每天运行一次，留 30 份'],
    ['./jingwei backup 升级前.tar', '升级前做一份'],
  ],
  async run({ options, words, terminal }) {
    const config = readConfig(process.env);
    const keep = wholeNumber(options.keep, '--keep', 1);
    const [
      { backupPlace, checkBackup, keepNewest, openBackup, rememberBackup, seal, takeBackup, writeWhole },
      db,
      place,
    ] = await Promise.all([
      import('../../../platform/db/backup/index.ts'),
      import('../../../platform/db/owner.ts'),
      import('../../server/place.ts'),
    ]);
    const at = new Date().toISOString();
    const passphrase = config.backupPassphrase;
    const given = words[0] ?? '';
    const file = await backupPlace(given, at, passphrase !== null);
    const { dataDir, url } = place.placeOf(config);
    const owner = await db.openOwner({ dataDir, url });
    try {
      const taken = takeBackup(
        owner.ownerAddress,
        await programVersion(),
        () => at,
        ({ table, number, of }) => terminal.progress(`备份 ${number}/${of} ${table}`),
      );
      const size = await writeWhole(file, passphrase === null ? taken : seal(taken, passphrase));
      terminal.progress('核对……');
      const manifest = await checkBackup(openBackup(file, passphrase)());
      terminal.progress('');
      await rememberBackup(dataDir, { at, file });
      const removed = keep === null || file === given ? [] : await keepNewest(dirname(file), keep);
      if (options.json) await terminal.write(`${JSON.stringify({ file, size, removed, ...manifest }, null, 2)}\n`);
      else await terminal.write(`${file}（${sizeText(size)}）\n${manifestText(manifest, terminal)}`);
      for (const name of removed) await terminal.note(`删去旧备份 ${name}`);
      return EXIT.ok;
    } finally {
      await owner.close();
    }
  },
});
