import type { Kind } from './kinds.ts';
import * as kinds from './kinds.ts';

/** One environment variable: what it is for, what it may hold, and what counts when it is not set. */
export interface Variable<T = unknown, D = unknown> {
  readonly name: string;
  /** Under which heading of docs/configuration.md it stands. */
  readonly group: '数据库' | '服务' | '安全' | '单点登录' | '监控和备份' | '其他';
  /** A sentence or two in Chinese for the operator. */
  readonly meaning: string;
  readonly kind: Kind<T>;
  readonly fallback: D;
  /** The fallback in words, where the value itself does not tell it. */
  readonly fallbackWords?: string;
  readonly example: string;
  /** Its value is never shown. */
  readonly secret: boolean;
}

type Described = Omit<Variable, 'name' | 'kind' | 'fallback' | 'secret'> & { readonly secret?: true };

const variable = <T, const D extends T | null>(
  name: string,
  kind: Kind<T>,
  fallback: D,
  described: Described,
): Variable<T, D> => ({ name, kind, fallback, secret: false, ...described });

/** Every setting of the program, in the order of docs/configuration.md. */
export const variables = {
  databaseUrl: variable('DATABASE_URL', kinds.postgresAddress, null, {
    group: '数据库',
    meaning: '外部 PostgreSQL（15 以上）的地址，用库的所有者账号：升级表结构、备份和恢复用它。不设则用自带的数据库。',
    fallbackWords: '自带的数据库',
    example: 'postgres://jingwei:密码@127.0.0.1:5432/jingwei',
    secret: true,
  }),
  databaseAppUrl: variable('DATABASE_APP_URL', kinds.postgresAddress, null, {
    group: '数据库',
    meaning:
      '网页服务平时用的账号，不是所有者，也不能绕过行级权限。不设则由程序在库里自己建一个（所有者需要 CREATEROLE 权限）。',
    fallbackWords: '由程序建立',
    example: 'postgres://jingwei_app:密码@127.0.0.1:5432/jingwei',
    secret: true,
  }),
  databaseConnections: variable('JINGWEI_DB_CONNECTIONS', kinds.wholeNumber(2, 200), 10, {
    group: '数据库',
    meaning: '同时用几个数据库连接。几个服务进程共用一个库时，合计不要超过库的 max_connections。',
    example: '20',
  }),
  migrate: variable('JINGWEI_MIGRATE', kinds.onOrOff, true, {
    group: '数据库',
    meaning: '启动时是否自动升级表结构。设为 off 时，表结构不是最新就拒绝启动，要先运行 ./jingwei migrate。',
    fallbackWords: 'on',
    example: 'off',
  }),
  dataDir: variable('JINGWEI_DATA', kinds.path, null, {
    group: '数据库',
    meaning: '数据文件夹：自带的数据库、密钥和备份记录都在里面。',
    fallbackWords: '程序所在文件夹里的 .data',
    example: '/var/lib/jingwei',
  }),
  policyServers: variable('JINGWEI_POLICY_SERVERS', kinds.postgresAddresses, null, {
    group: '数据库',
    meaning:
      '批量计算政策（policy run --engine sql）用哪些 PostgreSQL，只建临时表；几个的，企业按地区分给它们。命令行的 --server 优先。',
    fallbackWords: 'DATABASE_URL；也不设则临时起一个',
    example: 'postgres://jingwei@10.0.0.1:5432/js,postgres://jingwei@10.0.0.2:5432/js',
    secret: true,
  }),
  host: variable('JINGWEI_HOST', kinds.hostName, '127.0.0.1', {
    group: '服务',
    meaning: '监听的地址。127.0.0.1 只有本机能访问；放在 nginx 后面时保持这个值。',
    example: '0.0.0.0',
  }),
  port: variable('JINGWEI_PORT', kinds.wholeNumber(0, 65_535), 7140, {
    group: '服务',
    meaning: '监听的端口；0 为任意空闲端口。',
    example: '8080',
  }),
  publicUrl: variable('JINGWEI_PUBLIC_URL', kinds.siteAddress, null, {
    group: '服务',
    meaning:
      '用户在浏览器里看到的网址。以 https 开头时，登录凭证只经加密连接发送，并且只接受来自这个网址的修改；消息里的链接也用它。',
    fallbackWords: '按监听的地址',
    example: 'https://jingwei.example.gov.cn',
  }),
  trustedProxies: variable('JINGWEI_TRUSTED_PROXIES', kinds.addresses, null, {
    group: '服务',
    meaning: '反向代理（nginx）的地址。只有来自这些地址的 X-Forwarded-For 才算数，日志和限速用的就是真实来源。',
    fallbackWords: '没有代理',
    example: '127.0.0.1',
  }),
  secretKey: variable('JINGWEI_SECRET_KEY', kinds.secretOf(32), null, {
    group: '安全',
    meaning:
      '加密第二因素密钥等敏感内容的主密钥，至少 32 个字符，例如 openssl rand -hex 32 的结果。丢了它，这些内容就解不开，要重新设置；备份里没有它，请另行保管。',
    fallbackWords: '第一次启动时生成，存在数据文件夹里',
    example: '（openssl rand -hex 32）',
    secret: true,
  }),
  sessionIdleMinutes: variable('JINGWEI_SESSION_IDLE_MINUTES', kinds.wholeNumber(5, 480), 30, {
    group: '安全',
    meaning: '多少分钟没有操作就要重新登录。',
    example: '15',
  }),
  sessionHours: variable('JINGWEI_SESSION_HOURS', kinds.wholeNumber(1, 24), 12, {
    group: '安全',
    meaning: '一次登录最长几小时，到时间不管有没有操作都要重新登录。',
    example: '8',
  }),
  oidcIssuer: variable('JINGWEI_OIDC_ISSUER', kinds.serviceAddress, null, {
    group: '单点登录',
    meaning: '统一身份认证平台（OpenID Connect）的地址。设了它，下面两项也要设。',
    fallbackWords: '不用单点登录',
    example: 'https://sso.example.gov.cn/realms/gov',
  }),
  oidcClientId: variable('JINGWEI_OIDC_CLIENT_ID', kinds.words, null, {
    group: '单点登录',
    meaning: '在认证平台登记的应用编号。',
    fallbackWords: '',
    example: 'jingwei',
  }),
  oidcClientSecret: variable('JINGWEI_OIDC_CLIENT_SECRET', kinds.words, null, {
    group: '单点登录',
    meaning: '在认证平台登记的应用密钥。',
    fallbackWords: '',
    example: '（认证平台给的）',
    secret: true,
  }),
  oidcClaim: variable('JINGWEI_OIDC_CLAIM', kinds.words, 'sub', {
    group: '单点登录',
    meaning: '认证平台的哪一项对应这里的登录名。',
    example: 'preferred_username',
  }),
  oidcName: variable('JINGWEI_OIDC_NAME', kinds.words, '统一身份认证', {
    group: '单点登录',
    meaning: '登录页上按钮的名字。',
    example: '临江市统一身份认证',
  }),
  logLevel: variable('JINGWEI_LOG_LEVEL', kinds.oneOf('debug', 'info', 'warn', 'error'), null, {
    group: '监控和备份',
    meaning: '日志记到哪一级。info 每个接口请求一行；debug 连网页文件的请求也记。日志里没有姓名、电话、内容和口令。',
    fallbackWords: 'info；在终端里运行时为 warn',
    example: 'info',
  }),
  metricsToken: variable('JINGWEI_METRICS_TOKEN', kinds.secretOf(16), null, {
    group: '监控和备份',
    meaning: '读取 /metrics 的口令（Authorization: Bearer …）。不设则只有本机和下一项列出的地址能读。',
    fallbackWords: '不设口令',
    example: '（openssl rand -hex 16）',
    secret: true,
  }),
  metricsAddresses: variable('JINGWEI_METRICS_ADDRESSES', kinds.addresses, null, {
    group: '监控和备份',
    meaning: '不用口令就能读 /metrics 的地址，例如监控服务器。',
    fallbackWords: '只有本机',
    example: '10.1.2.3,10.8.0.0/24',
  }),
  backupPassphrase: variable('JINGWEI_BACKUP_PASSPHRASE', kinds.secretOf(12), null, {
    group: '监控和备份',
    meaning: '设了它，备份文件就加密；恢复时要用同一个。丢了它，备份打不开。',
    fallbackWords: '不加密',
    example: '（openssl rand -base64 24）',
    secret: true,
  }),
  backupDays: variable('JINGWEI_BACKUP_DAYS', kinds.wholeNumber(1, 365), 2, {
    group: '监控和备份',
    meaning: '几天没有备份，./jingwei doctor 就报问题。',
    example: '1',
  }),
  dispatch: variable('JINGWEI_DISPATCH', kinds.onOrOff, true, {
    group: '其他',
    meaning: '是否往外发邮件和网络回调。演练恢复时设为 off，免得把备份里还没发的消息再发一遍。',
    fallbackWords: 'on',
    example: 'off',
  }),
  soffice: variable('JINGWEI_SOFFICE', kinds.path, null, {
    group: '其他',
    meaning: 'LibreOffice 程序的位置，用来读 .doc .wps .odt .rtf。',
    fallbackWords: '自己找',
    example: '/usr/bin/soffice',
  }),
  debug: variable('JINGWEI_DEBUG', kinds.onOrOff, false, {
    group: '其他',
    meaning: '命令行出错时打印程序内部的细节。',
    fallbackWords: 'off',
    example: 'on',
  }),
} as const;

type ValueOf<V> = V extends Variable<infer T, infer D> ? T | (D extends null ? null : never) : never;

/** All settings as the program uses them: read once at the start, never changed. */
export type Config = { readonly [K in keyof typeof variables]: ValueOf<(typeof variables)[K]> };

/** Variables with our prefix that are not for operators. */
export const internalNames: readonly string[] = ['JINGWEI_TEST_DATABASE'];
