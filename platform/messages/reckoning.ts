import { type Catalogue, figure, place } from './catalogue.ts';

type ReckoningCode =
  | 'server-unreadable'
  | 'server-not-answering'
  | 'server-refuses'
  | 'duckdb-missing'
  | 'run-clauses-many'
  | 'facts-view-missing'
  | 'facts-view-absent';

/** Sentences for databases that policies are run in, or that facts are read from. */
export const reckoningMessages: Catalogue<ReckoningCode> = {
  'server-unreadable': () =>
    '数据库的地址写得不对。请写成 postgres://用户@主机:端口/库名，密码放在环境变量 PGPASSWORD 里。',
  'server-not-answering': (r) =>
    `连不上数据库${place(r, '')}：${figure(r.given)}。请检查地址、账号和网络；密码放在环境变量 PGPASSWORD 里。`,
  'server-refuses': (r) =>
    `数据库${place(r, '')}没有做完，它说：${figure(r.given)}。请检查账号的权限（计算要能建临时表，取数要能读视图）和磁盘空间后再试。`,
  'duckdb-missing': (r) => `这里没有安装 DuckDB。请在程序目录里运行 ${figure(r.limit)}，或换用 --engine loop 或 sql。`,
  'run-clauses-many': (r) =>
    `一次要算的条款有 ${figure(r.given)} 条，用数据库一次最多算 ${figure(r.limit)} 条。请用 --packs 分几次算，或用 --engine loop。`,
  'facts-view-missing': (r) =>
    `数据库地址${place(r, '')}没有写视图。请在末尾加上 ?view=视图名，如 postgres://主机/库名?view=facts。`,
  'facts-view-absent': (r) =>
    `数据库${place(r, '')}里没有视图“${figure(r.given)}”，或者没有读它的权限。请核对名称和大小写。`,
};
