import { RefusalError } from '../../../src/kernel/index.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT, type OptionValues } from '../command.ts';
import type { Terminal } from '../terminal/terminal.ts';

const ACTIONS = ['check', 'sentence', 'conflicts', 'draft'] as const;

const options = {
  packs: { type: 'string', value: '目录', help: '资料包在哪里；缺省为随程序的 packs' },
  on: { type: 'string', value: '日期', help: '按哪一天算，如 2025-12-31；缺省为今天' },
  output: { type: 'string', short: 'o', value: '目录', help: 'draft：写到哪个新目录，目录名就是政策的编号' },
  part: { type: 'string', value: 'N', help: 'draft：只要文件里的第 N 份公文（从 1 数起）' },
  json: { type: 'boolean', help: '输出 JSON' },
} as const;
export type PolicyOptions = OptionValues<typeof options>;

export const policy = command({
  usage: `policy ${ACTIONS.join('|')} [政策…] [选项]`,
  about:
    'check 检查政策资料包：写法、单位、出处、算例，一次说清所有问题；sentence 把规则还原成一句话，供经办人对照原文；\n' +
    'conflicts 查政策之间的矛盾：同一件事付两次、条件相同金额不同、谁也达不到的条件、两版之间的空档；\n' +
    'draft 由公文起草资料包：数字都填好，要人定的一一列出。',
  words: { min: 1, max: 50, what: ' check、sentence、conflicts 或 draft', choices: ACTIONS },
  options,
  examples: [
    ['./jingwei policy check', '检查全部资料包'],
    ['./jingwei policy check --packs 我的资料包', '检查一个目录里的资料包'],
    ['./jingwei policy sentence nanchang-textile-2025', '每一条规则还原成一句话'],
    ['./jingwei policy conflicts --on 2025-12-31', '这一天有效的政策之间的矛盾'],
    ['./jingwei policy draft 措施.docx -o packs/linjiang-x-2026', '由公文起草资料包'],
  ],
  async run({ options, words, terminal }) {
    const [action = '', ...ids] = words;
    const { checkPolicies, showConflicts, showSentences } = await import('../policy/show.ts');
    switch (action) {
      case 'check':
        await checkPolicies(options, ids, terminal);
        return EXIT.ok;
      case 'sentence':
        await showSentences(options, ids, terminal);
        return EXIT.ok;
      case 'conflicts':
        return (await showConflicts(options, ids, terminal)) > 0 ? EXIT.found : EXIT.ok;
      case 'draft':
        return draft(options, ids, terminal);
      default:
        throw new RefusalError({
          ...{ code: 'option-value-unknown', field: 'policy', given: action, limit: ACTIONS.join('、') },
        });
    }
  },
});

async function draft({ output, part }: PolicyOptions, files: readonly string[], terminal: Terminal): Promise<number> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0)
    throw new RefusalError(
      more.length > 0
        ? { code: 'too-many-words', field: 'policy draft', given: more[0] ?? '' }
        : { code: 'too-few-words', field: 'policy draft', limit: '文件' },
    );
  if (output === undefined)
    throw new RefusalError({ code: 'option-missing', field: 'policy draft', limit: '--output' });
  const { draftHere } = await import('../policy/draft.ts');
  await draftHere(file, output, wholeNumber(part, '--part', 1), terminal);
  return EXIT.ok;
}
