import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '../../../platform/config/index.ts';
import { say } from '../../../platform/messages/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { command, EXIT } from '../command.ts';
import { type Finding, good, note, wrong } from '../doctor/finding.ts';
import type { Terminal } from '../terminal/terminal.ts';

export const doctor = command({
  usage: 'doctor [选项]',
  about:
    '检查这台机器和数据库是否适合运行：配置、磁盘、数据文件夹、数据库版本和编码、服务账号受不受行级权限约束、\n' +
    '表结构、时钟、审计链、指标汇总（最近一期）、发件箱、三员、备份。✓ 好，✗ 要处理（后面写着怎么办），○ 只是告知。有 ✗ 时退出码为 1。什么也不改。',
  words: { min: 0, max: 0, what: '' },
  options: { json: { type: 'boolean', help: '输出 JSON' } },
  examples: [['./jingwei doctor', '升级后、恢复后、出了怪事时先看这里']],
  async run({ options, terminal }) {
    const findings = await examine(terminal);
    terminal.progress('');
    if (options.json) await terminal.write(`${JSON.stringify(findings, null, 2)}\n`);
    else for (const finding of findings) await terminal.write(lineOf(finding, terminal));
    return findings.some(({ state }) => state === 'wrong') ? EXIT.found : EXIT.ok;
  },
});

async function examine(terminal: Terminal): Promise<Finding[]> {
  const settings = await refusedOr(() => readConfig(process.env), '配置', '请改正后再运行。');
  if ('findings' in settings) return settings.findings;
  const [{ lookAtMachine }, { lookAtService }, { placeOf }] = await Promise.all([
    import('../doctor/machine.ts'),
    import('../doctor/service.ts'),
    import('../../server/place.ts'),
  ]);
  const config = settings.value;
  const { dataDir } = placeOf(config);
  terminal.progress('检查数据库……');
  const database = await refusedOr(() => lookAtDatabase(config), '数据库', '请处理后再运行。');
  return [
    good('配置', '环境变量都对'),
    ...(await lookAtMachine(dataDir)),
    ...('findings' in database ? database.findings : database.value),
    ...(await lookAtService(config, dataDir, Date.now())),
  ];
}

async function lookAtDatabase(config: Config): Promise<Finding[]> {
  const [
    { openOwner },
    { readFacts },
    { pendingOf },
    { judgeDatabase },
    { appLoginOf, placeOf },
    { checkRecentChain },
  ] = await Promise.all([
    import('../../../platform/db/owner.ts'),
    import('../../../platform/db/facts.ts'),
    import('../../../platform/db/up-to-date.ts'),
    import('../doctor/database.ts'),
    import('../../server/place.ts'),
    import('../../server/check-chain.ts'),
  ]);
  const { dataDir, url, appUrl } = placeOf(config);
  // Opening an embedded database that is not there would make one.
  if (url === undefined && !existsSync(join(dataDir, 'database.json')))
    return [note('数据库', `${dataDir} 里还没有`, '第一次启动服务时建立。')];
  const { ownerAddress, where, close } = await openOwner({ dataDir, url });
  try {
    const pending = await pendingOf(ownerAddress);
    const facts = await readFacts(ownerAddress, appLoginOf(appUrl ?? ownerAddress, appUrl !== undefined));
    const chain = facts.auditHead === null ? null : await checkRecentChain(ownerAddress);
    const totals = pending.length === 0 ? await (await import('../doctor/totals.ts')).lookAtTotals(ownerAddress) : [];
    return [
      good('数据库', where),
      ...judgeDatabase(facts, pending, Date.now()),
      ...totals,
      ...(chain === null
        ? []
        : [wrong('审计链', chain, '请保留现场，运行 ./jingwei audit verify 全部核对，并与异地的备份比对。')]),
    ];
  } finally {
    await close();
  }
}

/** What some work gives, or its refusals as findings. */
async function refusedOr<T>(
  work: () => T | Promise<T>,
  subject: string,
  remedy: string,
): Promise<{ readonly value: T } | { readonly findings: Finding[] }> {
  try {
    return { value: await work() };
  } catch (cause) {
    if (cause instanceof RefusalError)
      return { findings: cause.refusals.map((each) => wrong(subject, say(each), remedy)) };
    throw cause;
  }
}

function lineOf({ state, subject, found, remedy }: Finding, { style }: Terminal): string {
  const mark = { good: style.green('✓'), wrong: style.red('✗'), note: style.faint('○') }[state];
  return `${mark} ${subject}：${found}${remedy === undefined ? '' : `\n    ${remedy}`}\n`;
}
