import { RefusalError } from '../../../src/kernel/index.ts';
import { command, EXIT, type OptionValues } from '../command.ts';

const ACTIONS = ['judge', 'editions'] as const;

const options = {
  title: { type: 'string', value: '称号', help: 'judge：哪个称号，编号或名称，如 sme-zjtx、专精特新' },
  on: { type: 'string', value: '日期', help: '按哪一天算，如 2025-06-30；用那一天生效的版次；缺省为今天' },
  facts: {
    type: 'string',
    value: '文件',
    help: 'judge：企业数据，.csv（UTF-8）或 .xlsx，列名是事实的编号或中文名，见 ./jingwei policy facts',
  },
  out: { type: 'string', value: '文件', help: 'judge：写进这个 CSV；不写就打印' },
  packs: { type: 'string', value: '目录', help: '资料包目录；缺省为随程序的' },
} as const;
export type LadderOptions = OptionValues<typeof options>;

export const ladder = command({
  usage: `ladder ${ACTIONS.join('|')} [选项]`,
  about:
    'judge 按一个称号在那一天生效的版次，判断一个文件里的每一户：结论、分数、各项条件、差多少、最近的路；\n' +
    '  结论 met 符合、unmet 不符合、unknown 还不能断定（缺的列在 missing）、empty 这一版的门槛还没有录入；\n' +
    'editions 列出各称号的版次和施行日期。',
  words: { min: 1, max: 1, what: ` ${ACTIONS.join('、')} 中的一个`, choices: ACTIONS },
  options,
  examples: [
    ['./jingwei ladder judge --title sme-zjtx --on 2025-06-30 --facts 企业.csv --out 结果.csv', '哪些企业够专精特新'],
    ['./jingwei ladder editions --on 2026-04-01', '那一天各称号用哪一版'],
  ],
  async run({ options, words, terminal }) {
    const { judgeHere, showEditions } = await import('../ladder/judge.ts');
    switch (words[0]) {
      case 'judge':
        await judgeHere(options, terminal);
        return EXIT.ok;
      case 'editions':
        await showEditions(options, terminal);
        return EXIT.ok;
      default:
        throw new RefusalError({
          ...{ code: 'option-value-unknown', field: 'ladder', given: words[0] ?? '', limit: ACTIONS.join('、') },
        });
    }
  },
});
