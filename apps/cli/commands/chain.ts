import { RefusalError } from '../../../src/kernel/index.ts';
import { command, EXIT } from '../command.ts';

export const chain = command({
  usage: 'chain place --chain 图谱 --file 文件.csv [--out 文件.csv]',
  about:
    'place 把一份名单里的企业逐户放进产业链图谱的环节：看产品、企业名称、行业代码（GB/T 4754，2017 版和 2011 版、两位到四位都认）、\n' +
    '经营范围，给出得分和理由；达不到界限的，环节留空，理由里说明。只读文件，不连数据库。\n' +
    'CSV 可以是 UTF-8 或 GB 18030，列名中文、英文都认。结果的列：id 编号、node 环节编号、name 环节名称、score 得分（满分 100）、\n' +
    'reason 理由、second 其次的环节、stage 所在的列、stage_name 列的名称。',
  words: { min: 1, max: 1, what: ' place', choices: ['place'] },
  options: {
    chain: {
      type: 'string',
      value: '图谱',
      help: '图谱或产业链的编号，如 textile、jx-textile；写错了会列出有哪些。缺省 textile',
    },
    file: {
      type: 'string',
      value: '文件',
      help: '名单，.csv；列：编号 id、企业名称 name、行业代码 industry、主要产品 products（几样用顿号或分号隔开）、经营范围 scope',
    },
    out: { type: 'string', value: '文件', help: '结果写进这个 CSV；缺省写到标准输出。没有编号的，用所在的行号' },
    on: { type: 'string', value: '日期', help: '用哪一天有效的图谱，如 2025-12-31；缺省为今天' },
  },
  examples: [
    ['./jingwei chain place --chain textile --file 企业.csv --out 环节.csv', '放进纺织服装产业链'],
    ['./jingwei chain place --chain yc-lithium --file 企业.csv', '按产业链的编号找图谱'],
  ],
  async run({ options, words, terminal }) {
    if (words[0] !== 'place')
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'chain', given: words[0] ?? '', limit: 'place' },
      });
    const { file, out, on, chain: wanted = 'textile' } = options;
    if (file === undefined) throw new RefusalError({ code: 'option-missing', field: 'chain place', limit: '--file' });
    if (out !== undefined) {
      const { resolve } = await import('node:path');
      if (resolve(file) === resolve(out))
        throw new RefusalError({ code: 'output-is-input', field: out, given: '--out', limit: '--file' });
    }
    const { placeHere } = await import('../chain/place.ts');
    await placeHere({ wanted, file, out, on }, terminal);
    return EXIT.ok;
  },
});
