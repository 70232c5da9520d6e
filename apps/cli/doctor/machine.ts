import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findSoffice } from '../../../platform/files/office/find-soffice.ts';
import { sizeText } from '../show/backup.ts';
import { type Finding, good, note, wrong } from './finding.ts';

const gigabyte = 1024 ** 3;
/** Under this the database may stop at any moment. */
const leastFree = gigabyte;

/** What the machine itself is like: Node, disk, the data folder and its secrets, programs that help. */
export async function lookAtMachine(dataDir: string): Promise<Finding[]> {
  return [nodeOf(), await diskOf(dataDir), ...folderOf(dataDir), officeOf(), clockZone()];
}

function nodeOf(): Finding {
  const [major = 0] = process.versions.node.split('.').map(Number);
  return major >= 24
    ? good('Node', process.versions.node)
    : wrong('Node', process.versions.node, '请用 ./jingwei 启动，它用随程序装好的 Node 24。');
}

async function diskOf(dataDir: string): Promise<Finding> {
  const folder = nearestThere(dataDir);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return free >= leastFree
    ? good('磁盘空间', `${folder} 还有 ${(free / gigabyte).toFixed(1)} GB`)
    : wrong('磁盘空间', `${folder} 只剩 ${sizeText(free)}`, '请清理磁盘或扩容，至少留出 1 GB；写满以后数据库会停。');
}

function nearestThere(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}

function folderOf(dataDir: string): Finding[] {
  if (!existsSync(dataDir)) return [note('数据文件夹', `${dataDir} 还没有，第一次启动时建立`)];
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return [wrong('数据文件夹', `${dataDir} 不能读写`, '请用运行服务的账号执行，或用 chown 改正归属。')];
  }
  const open = ['database.json', 'secret.key'].filter((name) => isOpenToOthers(join(dataDir, name)));
  return [
    good('数据文件夹', dataDir),
    ...open.map((name) =>
      wrong('密钥文件', `${join(dataDir, name)} 别的账号也能读`, `请运行 chmod 600 ${join(dataDir, name)}。`),
    ),
  ];
}

const isOpenToOthers = (file: string): boolean =>
  ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0;

function officeOf(): Finding {
  const soffice = findSoffice(process.env);
  return soffice === null
    ? note('LibreOffice', '没有装，读不了 .doc .wps .odt .rtf', '需要时运行 apt-get install libreoffice-writer。')
    : good('LibreOffice', soffice);
}

function clockZone(): Finding {
  const zone = new Intl.DateTimeFormat('zh-CN').resolvedOptions().timeZone;
  return good('时区', zone);
}
