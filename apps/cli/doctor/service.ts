import { existsSync } from 'node:fs';
import type { Config } from '../../../platform/config/index.ts';
import { lastBackup } from '../../../platform/db/backup/index.ts';
import { type Finding, good, note, wrong } from './finding.ts';

const day = 24 * 60 * 60 * 1000;

/** Whether the service answers, how it is reached, and how old the last backup is. */
export async function lookAtService(config: Config, dataDir: string, now: number): Promise<Finding[]> {
  return [await answerOf(config), reachOf(config), await backupOf(config, dataDir, now)];
}

async function answerOf({ host, port }: Config): Promise<Finding> {
  const address = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  try {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) });
    return answer.ok
      ? good('服务', `${address} 正常应答`)
      : wrong('服务', `${address} 答 ${answer.status}`, '服务在运行但连不上数据库，请看它的日志。');
  } catch {
    return note('服务', `${address} 没有应答`, '没有启动时这是正常的；用 ./jingwei serve 启动。');
  }
}

function reachOf({ host, publicUrl, trustedProxies }: Config): Finding {
  const onlyHere = ['127.0.0.1', 'localhost', '::1'].includes(host);
  if (publicUrl?.startsWith('https:') === true)
    return trustedProxies === null
      ? wrong('网址', publicUrl, '请设 JINGWEI_TRUSTED_PROXIES 为反向代理的地址，否则日志、审计和限速看到的都是代理。')
      : good('网址', publicUrl);
  if (publicUrl === null && onlyHere) return good('网址', '只有本机能访问');
  const remedy =
    '口令会明文经过网络。请在前面放 nginx 和证书，并设 JINGWEI_PUBLIC_URL=https://…，见 docs/operations.md。';
  return wrong('网址', `${publicUrl ?? host} 没有加密`, remedy);
}

async function backupOf({ backupDays }: Config, dataDir: string, now: number): Promise<Finding> {
  const last = await lastBackup(dataDir);
  const remedy = '请运行 ./jingwei backup，并每天定时运行，见 docs/operations.md。';
  if (last === null) return wrong('备份', '没有从这里做过备份', remedy);
  const age = now - Date.parse(last.at);
  const found = `${last.at.slice(0, 16).replace('T', ' ')} UTC，${last.file}`;
  if (age > backupDays * day) return wrong('备份', `已是 ${Math.floor(age / day)} 天前：${found}`, remedy);
  return existsSync(last.file) ? good('备份', found) : note('备份', `${found}（文件已移走）`);
}
