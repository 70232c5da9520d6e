import { RefusalError } from '../../../src/kernel/index.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT, type OptionValues } from '../command.ts';
import type { Terminal } from '../terminal/terminal.ts';

const ACTIONS = ['verify', 'export', 'search'] as const;
const SHOWN = 50;
const MOST_SHOWN = 200;

const options = {
  file: { type: 'string', value: '文件', help: 'verify：核验导出的 JSONL 文件，不用数据库；- 为标准输入' },
  since: { type: 'string', value: '日期', help: '从这一天（2025-03-01）或这个时刻起' },
  until: { type: 'string', value: '日期', help: 'export、search：到这一天（含）或这个时刻为止' },
  expect: { type: 'string', value: '序号:摘要', help: 'verify：别处（如备份时）记下的末尾，查出整段截去或重写' },
  action: { type: 'string', value: '操作', help: 'search：操作的代码，如 plan.publish' },
  outcome: { type: 'string', choices: ['done', 'refused'], help: 'search：只看完成的或被拒绝的' },
  limit: { type: 'string', value: 'N', help: `search：最多几条，缺省 ${SHOWN}，至多 ${MOST_SHOWN}` },
  output: { type: 'string', short: 'o', value: '文件', help: 'export：写到文件；缺省为标准输出' },
  json: { type: 'boolean', help: 'verify、search：输出 JSON' },
} as const;
export type AuditOptions = OptionValues<typeof options>;

export const audit = command({
  usage: 'audit verify|export|search [字] [选项]',
  about:
    'verify 核验审计日志有没有被改动过，指出第一处不对的地方（退出码 1）；export 导出可以离线核验的 JSONL；\n' +
    'search 按人员、对象、单位、理由里的字查找。导出和核验本身也记入日志。',
  words: { min: 1, max: 2, what: ' verify、export 或 search', choices: ACTIONS },
  options,
  examples: [
    ['./jingwei audit verify', '核验整个日志'],
    ['./jingwei audit export --since 2025-03-01 > 日志.jsonl', '导出三月以来的日志'],
    ['./jingwei audit verify --file 日志.jsonl', '在任何一台机器上核验导出的文件'],
    ['./jingwei audit search 丝绸 --outcome refused', '和“丝绸”有关、被拒绝的操作'],
  ],
  async run({ options, words, terminal }) {
    const [action, text] = words;
    if (!ACTIONS.some((each) => each === action))
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'audit', given: action ?? '', limit: ACTIONS.join('、') },
      });
    if (action === 'search') return search(options, text, terminal);
    if (text !== undefined)
      throw new RefusalError({ code: 'too-many-words', field: `audit ${action}`, given: text, limit: 1 });
    return action === 'verify' ? verify(options, terminal) : exportTo(options, terminal);
  },
});

async function verify(options: AuditOptions, terminal: Terminal): Promise<number> {
  const { verifyHere, verdictText } = await import('../audit/verify.ts');
  const verdict = await verifyHere(options, terminal);
  await terminal.write(options.json ? `${JSON.stringify(verdict)}\n` : verdictText(verdict, terminal.style));
  return verdict.ok ? EXIT.ok : EXIT.found;
}

async function exportTo({ since, until, output }: AuditOptions, terminal: Terminal): Promise<number> {
  const { exportHere } = await import('../audit/export.ts');
  await exportHere({ since, until }, output ?? '-', terminal);
  return EXIT.ok;
}

async function search(options: AuditOptions, text: string | undefined, terminal: Terminal): Promise<number> {
  const { searchHere } = await import('../audit/search.ts');
  const limit = Math.min(MOST_SHOWN, wholeNumber(options.limit, '--limit', 1) ?? SHOWN);
  await searchHere({ ...options, text, limit }, terminal);
  return EXIT.ok;
}
