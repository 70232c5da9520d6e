import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { growthExponent, type Measure, measure } from '../../../bench/bench.ts';
import { benchTexts } from '../../../bench/texts.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { command, EXIT } from '../command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

export const bench = command({
  usage: 'bench [load|crash|policy|policy-sql|grid|indicators|tasks|bulletin|ladder] [选项]',
  about:
    '把一份公报接成 1、4、16 份，测抽取的时间、速度和内存。“对照”是同一次运行里对同一文本做一遍普通的数字查找，\n' +
    '比值不受机器快慢影响；最后一行的增长指数为 1 就是线性，2 是平方。\n' +
    'load：另起一个服务，放入许多方案，让许多已登录的人按固定节奏点击，逐类给出 p95、p99 和与 /healthz 的比值，\n' +
    '再看内存是否增长。目标是清单的 p95 在 300 毫秒以内，超过时退出码为 1。\n' +
    'crash：一边写，一边反复强行结束服务和数据库，再核对：答应过的都在，没有一半的，审计链完好，没有一封信发两次。\n' +
    'policy：造一百万户，算十组奖补，和为同样的规则手写的程序比：循环不超过 1.5 倍，从文件到汇总的整个过程不超过 2.5 倍，\n' +
    '一户一份完整说明每秒不少于两万户；超过时退出码为 1。\n' +
    'policy-sql：同样的一百万户装进 PostgreSQL 和 DuckDB，测用 SQL 决定每一笔并汇总要多久，和扫一遍同一张表比；超过 5 秒时退出码为 1。\n' +
    'grid：在浏览器里打开一千行十二列的填报表格，测按键和粘贴到画出来要多久；按键的 p95 超过 50 毫秒或粘贴超过 1 秒时退出码为 1。\n' +
    'indicators：另起一个服务，放入一百万、三百万、一千万笔数，测导出一页、透视表、矩阵、录入一个数和收拢，逐项给出 p95、\n' +
    '与同一次运行里 select 1（录入：光是插入一行）的比值和随数量的增长；超过上限时退出码为 1。一千万笔约要 25 GB 磁盘和一个小时。\n' +
    'tasks：另起一个服务，放入五百个单位的一万项在办任务，测清单、看板、日历，再让每个单位都报告，核对一份不丢；\n' +
    '清单的 p95 超过 200 毫秒、看板超过 500 毫秒、报告超过 300 毫秒时退出码为 1。\n' +
    'bulletin：写一份约 60 页、40 张图、20 个表格的通报，再生成 PDF，和只有一段的文件比；一共超过 20 秒时退出码为 1。\n' +
    'ladder：另起一个数据库放入一百万户，从列上把全部称号和政策算一遍，和只读同样的列比；超过 3 秒或 2 GB 内存时退出码为 1。',
  words: {
    min: 0,
    max: 1,
    what: ' load、crash、policy、policy-sql、grid、indicators、tasks、bulletin 或 ladder',
    choices: ['load', 'crash', 'policy', 'policy-sql', 'grid', 'indicators', 'tasks', 'bulletin', 'ladder'],
  },
  options: {
    json: { type: 'boolean', help: '输出 JSON' },
    only: { type: 'string', value: '名字', help: '只测名字里含有这几个字的文本' },
    plans: { type: 'string', value: 'N', help: 'load：多少个方案，缺省 100000' },
    people: { type: 'string', value: 'N', help: 'load：多少个已登录的人，缺省 200' },
    pace: { type: 'string', value: 'N', help: 'load：每人每秒点几下，缺省 1；0 为上一下有了答复就点下一下' },
    seconds: {
      type: 'string',
      value: 'N',
      help: 'load、indicators、tasks、enterprises：每类点击测几秒，缺省 10，tasks 是 1',
    },
    times: { type: 'string', value: 'N', help: 'crash：强行结束几次，缺省 20' },
    enterprises: { type: 'string', value: 'N', help: 'policy、policy-sql、ladder：多少户，缺省 1000000' },
    rows: {
      type: 'string',
      value: 'N',
      help: 'grid：多少行，缺省 1000；indicators：最多多少笔数，缺省 10000000；tasks：多少项，缺省 10000',
    },
    closed: { type: 'string', value: 'N', help: 'tasks：另有多少项已销号的，缺省 10000' },
    soak: { type: 'string', value: '分钟', help: 'load：最后再连续点击几分钟看内存，缺省 0' },
  },
  examples: [
    ['npm run bench', '看速度是否随长度线性增长'],
    ['npm run bench -- load', '10 万个方案、200 个人'],
    ['npm run bench -- load --soak 10', '再连续点击十分钟，看内存'],
    ['npm run bench -- policy', '政策批算和手写的程序比'],
    ['npm run bench -- policy-sql', '政策用 SQL 批算要多久'],
    ['npm run bench -- grid', '填报表格的按键和粘贴'],
    ['npm run bench -- crash', '强行结束二十次'],
    ['npm run bench -- indicators', '一千万笔数的读和写'],
    ['npm run bench -- bulletin', '60 页通报的 Word 和 PDF'],
    ['npm run bench -- ladder', '一百万户的称号和政策'],
    ['npm run bench -- enterprises', '一百万户的导入和查找'],
    ['npm run bench -- tasks', '一万项任务的清单、看板和报告'],
  ],
  async run({ options, words, terminal }) {
    if (words[0] === 'load') return (await import('../bench-load.ts')).benchLoad(options, terminal);
    if (words[0] === 'crash') return (await import('../bench-crash.ts')).benchCrash(options.times, terminal);
    if (words[0] === 'policy') return (await import('../bench-policy.ts')).benchPolicy(options, terminal);
    if (words[0] === 'policy-sql') return (await import('../bench-policy-sql.ts')).benchPolicySql(options, terminal);
    if (words[0] === 'grid') return (await import('../bench-grid.ts')).benchGrid(options, terminal);
    if (words[0] === 'indicators') return (await import('../bench-indicators.ts')).benchIndicators(options, terminal);
    if (words[0] === 'tasks') return (await import('../bench-tasks.ts')).benchTasks(options, terminal);
    if (words[0] === 'bulletin') return (await import('../bench-bulletin.ts')).benchBulletin(options, terminal);
    if (words[0] === 'ladder') return (await import('../bench-ladder.ts')).benchLadder(options, terminal);
    if (words[0] === 'enterprises')
      return (await import('../bench-enterprises.ts')).benchEnterprises(options, terminal);
    if (words[0] !== undefined)
      throw new RefusalError({
        code: 'option-value-unknown',
        field: 'bench',
        given: words[0],
        limit: 'load、crash、policy、policy-sql、grid、indicators、tasks、bulletin、ladder',
      });
    const texts = benchTexts().filter(({ name, text }) => text !== '' && name.includes(options.only ?? ''));
    if (texts.length === 0) await terminal.note('没有可测的文本。');
    const results: Result[] = [];
    for (const { name, text } of texts) {
      // A process for each text, or the memory of the first would be counted with the second.
      const measures =
        texts.length > 1
          ? await measureApart(name, terminal)
          : measure(text, [1, 4, 16], (line) => terminal.progress(`${name} ${line}`));
      results.push({ name, measures });
      if (!options.json) await terminal.write(resultText(name, measures, terminal));
    }
    if (options.json) await terminal.write(`${JSON.stringify(results, null, 2)}\n`);
    return EXIT.ok;
  },
});

interface Result {
  readonly name: string;
  readonly measures: readonly Measure[];
}

async function measureApart(name: string, terminal: Terminal): Promise<readonly Measure[]> {
  terminal.progress(`${name}……`);
  const main = join(import.meta.dirname, '../main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [main, 'bench', '--only', name, '--json']);
  const results: readonly Result[] = JSON.parse(stdout);
  return results[0]?.measures ?? [];
}

const resultText = (name: string, measures: readonly Measure[], terminal: Terminal): string =>
  `${terminal.style.strong(name)}\n${table(COLUMNS, measures.map(row), terminal)}增长指数 ${growthExponent(measures).toFixed(2)}\n\n`;

const COLUMNS = ['倍数', '字数', '秒', '万字/秒', '对照秒', '比值', '内存峰值', '公文', '条目'].map((title) => ({
  title,
  max: 16,
}));

const row = (m: Measure): string[] => [
  `${m.times}×`,
  String(m.characters),
  m.seconds.toFixed(3),
  (m.characters / m.seconds / 10_000).toFixed(1),
  m.scanSeconds.toFixed(4),
  (m.seconds / m.scanSeconds).toFixed(0),
  `${(m.peakBytes / 1024 / 1024).toFixed(0)} MB`,
  String(m.documents),
  String(m.items),
];
