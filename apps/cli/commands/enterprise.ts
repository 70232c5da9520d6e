import { RefusalError } from '../../../src/kernel/index.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';

const ACTIONS = ['codes', 'doubles'] as const;

export const enterprise = command({
  usage: 'enterprise codes|doubles --file 文件.csv [--out 文件.csv]',
  about:
    'codes 逐个核对统一社会信用代码（GB 32100）：去掉空格、全角和小写以后是什么，能不能用，有什么不对；\n' +
    'doubles 找出一份名单里可能是同一户的：代码、名称、地址、法定代表人、电话写得不一样也认得出，分公司、几分厂、\n' +
    '同一法人的几家公司、同一园区的邻居不算。只读文件，不连数据库。CSV 可以是 UTF-8 或 GB 18030，列名中文、英文都认。',
  words: { min: 1, max: 1, what: ` ${ACTIONS.join('、')} 中的一个`, choices: ACTIONS },
  options: {
    file: {
      type: 'string',
      value: '文件',
      help: '名单，.csv；列：编号 id、信用代码 code、企业名称 name、地址 address、法定代表人 legal_representative、电话 phone、曾用名 other_names',
    },
    out: { type: 'string', value: '文件', help: '结果写进这个 CSV；缺省写到标准输出。没有编号的，用所在的行号' },
    least: { type: 'string', value: 'N', help: 'doubles：多少分以上才列出，满分 1000；缺省 600' },
  },
  examples: [
    ['./jingwei enterprise codes --file 名单.csv --out 核对.csv', '核对每个代码'],
    ['./jingwei enterprise doubles --file 名单.csv --out 疑似重复.csv', '找出重复的'],
    ['./jingwei enterprise doubles --file 名单.csv --least 800', '只看把握大的'],
  ],
  async run({ options, words, terminal }) {
    const { file, out, least } = options;
    const [action = ''] = words;
    if (file === undefined)
      throw new RefusalError({ code: 'option-missing', field: `enterprise ${action}`, limit: '--file' });
    if (out !== undefined) await refuseSame(file, out);
    if (action === 'codes') await (await import('../enterprise/codes.ts')).codesHere(file, out, terminal);
    else if (action === 'doubles') {
      const { doublesHere } = await import('../enterprise/doubles.ts');
      const { loadDoubles } = await import('../../../src/enterprise/index.ts');
      const { likelyScore } = await loadDoubles();
      await doublesHere(file, out, wholeNumber(least, '--least', 1) ?? likelyScore, terminal);
    } else
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'enterprise', given: action, limit: ACTIONS.join('、') },
      });
    return EXIT.ok;
  },
});

/** What is read must not be written over. */
async function refuseSame(file: string, out: string): Promise<void> {
  const { resolve } = await import('node:path');
  if (resolve(file) === resolve(out))
    throw new RefusalError({ code: 'output-is-input', field: out, given: '--out', limit: '--file' });
}
