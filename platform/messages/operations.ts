import { type Catalogue, figure } from './catalogue.ts';

const meant = (limit: string | number | null | undefined): string => (limit ? `您是不是要 ${limit}？` : '');

/** Sentences for settings, migration, backup and restore: what the operator reads. */
export const operationsMessages: Catalogue = {
  'setting-wrong': (r) =>
    `环境变量 ${r.field ?? ''} 不能是「${r.given ?? ''}」，应为${figure(r.limit)}。请改正后再启动。`,
  'secret-setting-wrong': (r) =>
    `环境变量 ${r.field ?? ''} 的值不对（为保密不显示），应为${figure(r.limit)}。请改正后再启动。`,
  'setting-unknown': (r) =>
    `没有 ${figure(r.given)} 这个环境变量。${meant(r.limit)}请改正或去掉它；全部变量见 docs/configuration.md。`,
  'setting-missing': (r) =>
    `设了环境变量 ${figure(r.given)}，还要设 ${r.field ?? ''}，例如 ${figure(r.limit)}。请补上后再启动。`,
  'backup-foreign': () => '这个文件不是经纬的备份，没有恢复任何内容。请检查是不是选错了文件。',
  'backup-truncated': () => '这个备份文件不完整（后面缺了一截），没有恢复任何内容。请改用另一个备份，或重新复制一次。',
  'backup-changed': () => '这个备份文件被改动过或已损坏（摘要对不上），没有恢复任何内容。请改用另一个备份。',
  'backup-sealed': (r) => `这个备份是加密的。请设环境变量 ${r.field ?? ''} 为备份时用的口令，再运行一次。`,
  'backup-passphrase-wrong': () =>
    '用环境变量 JINGWEI_BACKUP_PASSPHRASE 打不开这个备份：口令不对，或者文件已损坏。请核对口令。',
  'backup-newer': (r) =>
    `这个备份由更新的程序（${figure(r.limit)}）做成，含有 ${figure(r.given)}，这个版本不能恢复。请改用新版本的程序。`,
  'backup-tables-differ': (r) =>
    `备份里的表和这个程序的不一样：${figure(r.given)}。没有恢复任何内容。请用做备份的那个版本的程序恢复，再升级。`,
  'backup-differs': (r) => `恢复后的 ${figure(r.given)} 和备份对不上，已全部撤回。请检查磁盘和内存，再恢复一次。`,
  'backup-not-restored': (r) => `数据库拒绝了恢复：${figure(r.given)}。没有恢复任何内容。请按原因处理后再试。`,
  'database-not-empty': (r) =>
    `目标数据库不是空的（已有 ${figure(r.given)}），没有恢复任何内容。请新建一个空库，或用 JINGWEI_DATA 指定一个新的数据文件夹。`,
  'backup-file-there': (r) => `${figure(r.given)} 已经存在，没有覆盖它。请换一个文件名。`,
  'backup-not-written': (r) => `备份没有写成 ${r.field ?? ''}：${figure(r.given)}。请检查磁盘空间和权限后再试。`,
  'metrics-closed': () =>
    '监控数据只给本机、JINGWEI_METRICS_ADDRESSES 列出的地址，或带着 JINGWEI_METRICS_TOKEN 口令的程序。请从那里读取。',
  'tables-not-current': (r) =>
    `数据库的表结构还差 ${figure(r.limit)} 步（从 ${figure(r.given)} 起），而 ${r.field ?? ''} 设成了 off。请先运行 ./jingwei migrate。`,
};
