import type { Command } from './command.ts';

export interface Entry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly group: '公文' | '方案' | '政策' | '企业' | '平台' | '开发';
  load(): Promise<Command>;
}

/** Every command. The files are loaded only when called, so that `extract` does not wait for the web server's code. */
export const registry: readonly Entry[] = [
  {
    name: 'extract',
    summary: '读懂一份公文：大纲、指标、任务、条款、表格',
    group: '公文',
    load: async () => (await import('./commands/extract.ts')).extract,
  },
  {
    name: 'lint',
    summary: '公文体检：对不上的数、期限、单位和序号',
    group: '公文',
    load: async () => (await import('./commands/lint.ts')).lint,
  },
  {
    name: 'schema',
    summary: '打印 extract --json 的 JSON Schema',
    group: '公文',
    load: async () => (await import('./commands/schema.ts')).schema,
  },
  {
    name: 'import',
    summary: '把公文导入为方案草案，也可直接发布',
    group: '方案',
    load: async () => (await import('./commands/import.ts')).importFile,
  },
  {
    name: 'plan',
    summary: '方案的清单、内容、两版差别和导出',
    group: '方案',
    load: async () => (await import('./commands/plan.ts')).plan,
  },
  {
    name: 'policy',
    summary: '政策：检查资料包，把规则还原成句子，查矛盾',
    group: '政策',
    load: async () => (await import('./commands/policy.ts')).policy,
  },
  {
    name: 'enterprise',
    summary: '企业名单：核对信用代码，找出重复的',
    group: '企业',
    load: async () => (await import('./commands/enterprise.ts')).enterprise,
  },
  {
    name: 'ladder',
    summary: '梯度培育：按称号当天生效的版次判断企业，差多少、怎么够',
    group: '企业',
    load: async () => (await import('./commands/ladder.ts')).ladder,
  },
  {
    name: 'diagnosis',
    summary: '数字化诊断：给一份回答打分、定级，说明为什么、怎样再上一级',
    group: '企业',
    load: async () => (await import('./commands/diagnosis.ts')).diagnosis,
  },
  {
    name: 'indicator',
    summary: '指标：核对汇总数和一笔笔数是否相符，修好不符的',
    group: '平台',
    load: async () => (await import('./commands/indicator.ts')).indicator,
  },
  {
    name: 'task',
    summary: '任务：把发生过的事重演一遍，和现在存的逐项核对',
    group: '平台',
    load: async () => (await import('./commands/task.ts')).task,
  },
  {
    name: 'chain',
    summary: '产业链：把一份企业名单放进图谱的环节，说明理由',
    group: '企业',
    load: async () => (await import('./commands/chain.ts')).chain,
  },
  {
    name: 'serve',
    summary: '启动网页服务',
    group: '平台',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'migrate',
    summary: '把数据库的表结构升级到这个版本',
    group: '平台',
    load: async () => (await import('./commands/migrate.ts')).migrate,
  },
  {
    name: 'backup',
    summary: '把整个数据库备份成一个文件，服务照常运行',
    group: '平台',
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: '把备份恢复到一个空的数据库，并逐表核对',
    group: '平台',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  {
    name: 'doctor',
    summary: '检查机器、配置和数据库，说出怎么办',
    group: '平台',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'user',
    summary: '账号：最初的管理员、一次性链接、停用和解锁',
    group: '平台',
    load: async () => (await import('./commands/user.ts')).user,
  },
  {
    name: 'audit',
    summary: '核验、导出和查找审计日志',
    group: '平台',
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  {
    name: 'dispatch',
    summary: '核验冻结的调度',
    group: '平台',
    load: async () => (await import('./commands/dispatch.ts')).dispatch,
  },
  {
    name: 'completion',
    summary: '打印 bash 或 zsh 的补全脚本',
    group: '平台',
    load: async () => (await import('./commands/completion.ts')).completion,
  },
  {
    name: 'dev',
    summary: '边改边看：服务和网页都随改随新',
    group: '开发',
    load: async () => (await import('./commands/dev.ts')).dev,
  },
  {
    name: 'build-web',
    summary: '生成网页文件',
    group: '开发',
    load: async () => (await import('./commands/build-web.ts')).buildWeb,
  },
  {
    name: 'eval',
    summary: '用标注好的公文给抽取打分',
    group: '开发',
    load: async () => (await import('./commands/eval.ts')).evaluate,
  },
  {
    name: 'bench',
    summary: '测抽取的速度和内存',
    group: '开发',
    load: async () => (await import('./commands/bench.ts')).bench,
  },
  {
    name: 'new',
    summary: '生成新的切片、命令或政策的骨架',
    group: '开发',
    load: async () => (await import('./commands/new.ts')).scaffold,
  },
];
