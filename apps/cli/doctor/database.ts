import type { DatabaseFacts } from '../../../platform/db/facts.ts';
import { sizeText } from '../show/backup.ts';
import { type Finding, good, note, wrong } from './finding.ts';

const minute = 60_000;

/** What the database is like: version, letters, tables, the server's login, clock, audit head, outbox, administrators. */
export function judgeDatabase(facts: DatabaseFacts, pending: readonly string[], now: number): Finding[] {
  return [
    versionOf(facts),
    facts.encoding === 'UTF8'
      ? good('编码', facts.encoding)
      : wrong('编码', facts.encoding, '请新建 UTF8 编码的库，把备份恢复进去。'),
    facts.chineseIsLetters
      ? good('排序规则', '汉字算作字')
      : wrong('排序规则', '汉字不算作字，搜索会找不到', "请用 locale 'C.UTF-8' 新建一个库，把备份恢复进去。"),
    pending.length === 0
      ? good('表结构', facts.migrations.at(-1) ?? '空')
      : wrong('表结构', `还差 ${pending.length} 步：${pending.join('、')}`, '请先备份，再运行 ./jingwei migrate。'),
    loginOf(facts),
    clockOf(facts, now),
    facts.auditHead === null
      ? note('审计链', '还没有记录')
      : good('审计链末端', `第 ${facts.auditHead.seq} 条 ${facts.auditHead.hash}`),
    outboxOf(facts),
    administratorsOf(facts),
    ...(facts.demo ? [note('演示账号', '库里有演示账号', '这个库不要用于正式工作。')] : []),
  ];
}

const versionOf = ({ version, versionNumber, size }: DatabaseFacts): Finding =>
  versionNumber >= 150_000
    ? good('PostgreSQL', `${version}，库的大小 ${sizeText(size)}`)
    : wrong('PostgreSQL', version, '请升级到 15 或更新的版本。');

function loginOf({ appLogin }: DatabaseFacts): Finding {
  if (appLogin === null)
    return wrong(
      '服务的账号',
      '还没有',
      '请运行 ./jingwei migrate；所有者没有 CREATEROLE 权限时，设 DATABASE_APP_URL。',
    );
  return appLogin.mighty
    ? wrong('服务的账号', `${appLogin.name} 能绕过行级权限`, '请改用不是所有者、没有 SUPERUSER 和 BYPASSRLS 的账号。')
    : good('服务的账号', `${appLogin.name}，受行级权限约束`);
}

function clockOf({ clock, auditAt }: DatabaseFacts, now: number): Finding {
  const apart = Math.abs(clock - now);
  if (apart > minute)
    return wrong(
      '时钟',
      `与数据库相差 ${Math.round(apart / 1000)} 秒`,
      '请在两台机器上都启用 NTP（timedatectl set-ntp true）。',
    );
  if (auditAt !== null && Date.parse(auditAt) > now + minute)
    return wrong('时钟', `最后一条审计记录在将来（${auditAt}）`, '时钟曾经快过或现在慢了，请核对并启用 NTP。');
  return good('时钟', '与数据库一致');
}

function outboxOf({ outbox: { late, failed, uncertain } }: DatabaseFacts): Finding {
  if (late + failed + uncertain === 0) return good('发件箱', '没有积压');
  const found = `${late} 件超过一小时没发出，${failed} 件发送失败，${uncertain} 件不知道是否送达`;
  return wrong('发件箱', found, '请在网页的“系统管理－消息设置”里看原因，改正邮件或回调的设置后重发。');
}

function administratorsOf({ administratorsMissing }: DatabaseFacts): Finding {
  if (administratorsMissing === null) return note('三员', '还没有账号的表');
  return administratorsMissing.length === 0
    ? good('三员', '系统、安全、审计管理员都有')
    : wrong('三员', `没有可用的${administratorsMissing.join('、')}`, '请用 ./jingwei user 建立，三员缺一不可。');
}
