import { RefusalError } from '../../../src/kernel/index.ts';
import { command, EXIT, type OptionValues } from '../command.ts';

const ACTIONS = ['score', 'questions'] as const;

const options = {
  file: {
    type: 'string',
    value: '文件',
    help: 'score：回答，.csv，一户一行；列名是题号或题目，另有编号 id、企业名称 name、行业代码 industry',
  },
  out: { type: 'string', value: '文件', help: '结果写进这个 CSV；缺省写到标准输出。没有编号的，用所在的行号' },
  questionnaire: { type: 'string', value: '问卷', help: '哪份问卷；写错了会列出有哪些。缺省 sme-index' },
  table: {
    type: 'string',
    value: '行业表',
    help: '用哪张行业表，如 manufacturing；缺省看每一户的行业代码，文件里的 table 列也行',
  },
  on: { type: 'string', value: '日期', help: '用哪一天施行的版次，如 2025-12-31；缺省为今天' },
  packs: { type: 'string', value: '目录', help: '资料包目录；缺省为随程序的' },
} as const;
export type DiagnosisOptions = OptionValues<typeof options>;

export const diagnosis = command({
  usage: 'diagnosis score|questions [选项]',
  about:
    'score 给一份回答逐户打分、定级：得分、各方面得分、各套等级和离下一级差多少、每题为什么、提得最多的几步。\n' +
    '  选项可以写编号，也可以写原话；多选用分号、逗号或顿号隔开；空着的算没有回答；前面的回答使它不用答的题，填了也不算。\n' +
    '  有一格读不懂的那一户不打分，faults 列说明是哪一题、为什么。\n' +
    'questions 列出各题的编号、题型、选项和分值、什么时候要答。只读文件，不连数据库。CSV 可以是 UTF-8 或 GB 18030。',
  words: { min: 1, max: 1, what: ` ${ACTIONS.join('、')} 中的一个`, choices: ACTIONS },
  options,
  examples: [
    ['./jingwei diagnosis questions --table manufacturing --out 题目.csv', '制造业有哪些题、怎样填'],
    ['./jingwei diagnosis score --file 回答.csv --out 得分.csv', '按每一户的行业打分、定级'],
    ['./jingwei diagnosis score --file 回答.csv --table others', '都按其他行业的表'],
  ],
  async run({ options: given, words, terminal }) {
    const [action = ''] = words;
    const { file, out } = given;
    if (file !== undefined && out !== undefined) {
      const { resolve } = await import('node:path');
      if (resolve(file) === resolve(out))
        throw new RefusalError({ code: 'output-is-input', field: out, given: '--out', limit: '--file' });
    }
    if (action === 'questions') await (await import('../diagnosis/questions.ts')).questionsHere(given, terminal);
    else if (action === 'score') {
      if (file === undefined)
        throw new RefusalError({ code: 'option-missing', field: 'diagnosis score', limit: '--file' });
      await (await import('../diagnosis/score.ts')).scoreHere(file, given, terminal);
    } else
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'diagnosis', given: action, limit: ACTIONS.join('、') },
      });
    return EXIT.ok;
  },
});
