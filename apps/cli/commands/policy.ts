import { RefusalError } from '../../../src/kernel/index.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT, type OptionValues } from '../command.ts';
import type { Terminal } from '../terminal/terminal.ts';

const ACTIONS = [
  'check',
  'sentence',
  'run',
  'explain',
  'unsettled',
  'funnel',
  'diff',
  'sandbox',
  'conflicts',
  'draft',
  'facts',
  'schema',
  'sql',
] as const;

const options = {
  packs: {
    type: 'string',
    value: '目录或编号',
    help: '资料包目录，或政策编号（几个用逗号隔开）；缺省为随程序的、这一天有效的全部',
  },
  on: { type: 'string', value: '日期', help: '按哪一天算，如 2025-12-31；缺省为今天' },
  facts: {
    type: 'string',
    value: '文件',
    help: '企业数据，.csv（UTF-8）或 .xlsx，列名见 packs/base/facts.yaml；也可以是视图 postgres://…/库名?view=视图名',
  },
  out: { type: 'string', value: '文件', help: 'run、unsettled：写进这个 CSV；sandbox：结果写进这个 JSON' },
  summary: { type: 'string', value: '文件', help: 'run：汇总写进这个 JSON' },
  engine: {
    type: 'string',
    value: '算法',
    choices: ['loop', 'sql', 'duckdb'],
    help: 'run：用什么算，结果一样；缺省 loop',
  },
  server: {
    type: 'string',
    multiple: true,
    value: '地址',
    help: 'run --engine sql：用这个 PostgreSQL，可重复，企业按地区分给它们；密码放在 PGPASSWORD；缺省见 docs/configuration.md',
  },
  threads: { type: 'string', value: 'N', help: 'run：用几个线程，结果一样；缺省看处理器的个数，最多 8' },
  pack: { type: 'string', value: '编号', help: 'explain：哪一份政策，编号或目录' },
  id: { type: 'string', value: '编号', help: 'explain：哪一户' },
  set: {
    type: 'string',
    multiple: true,
    value: '参数=值',
    help: 'diff、sandbox：换一个数试，如 补助比例=10%，可重复；参数写编号或中文名',
  },
  later: { type: 'string', value: '日期', help: 'diff：后一份按哪一天算；缺省与 --on 相同' },
  dialect: {
    type: 'string',
    value: '数据库',
    choices: ['postgres', 'duckdb'],
    help: 'sql：写给哪种数据库；缺省 postgres',
  },
  query: {
    type: 'string',
    value: '问什么',
    choices: ['awards', 'open', 'summary', 'faults'],
    help: 'sql：每一笔、还没定的、汇总、填错的格；缺省 awards',
  },
  view: { type: 'string', value: '名称', help: 'sql：企业数据在哪个视图，可带模式名；缺省 facts' },
  output: { type: 'string', short: 'o', value: '目录', help: 'draft：写到哪个新目录，目录名就是政策的编号' },
  part: { type: 'string', value: 'N', help: 'draft：只要文件里的第 N 份公文（从 1 数起）' },
  json: { type: 'boolean', help: '输出 JSON' },
} as const;
export type PolicyOptions = OptionValues<typeof options>;

export const policy = command({
  usage: `policy ${ACTIONS.join('|')} [政策…] [选项]`,
  about:
    'check 检查政策资料包：写法、单位、出处、算例，一次说清所有问题；sentence 把规则还原成一句话，供经办人对照原文；\n' +
    'run 对一个文件里的全部企业算一遍，写出每一笔和汇总，文件有一处不对就什么也不写；\n' +
    'explain 说清一户为什么得、为什么不得、还缺什么、最近的路；unsettled 列出每一户还不能断定的和要查的；\n' +
    'funnel 看每个条件减去多少户；facts 列出事实词典：公式里能用的名字，也是数据文件的列；\n' +
    'diff 比较一份政策的两版，或者两个日子、换了数以后；sandbox 换几个数，对全部企业各算一遍，说清多花多少、谁多谁少；\n' +
    'conflicts 查政策之间的矛盾：同一件事付两次、条件相同金额不同、谁也达不到的条件、两版之间的空档；\n' +
    'draft 由公文起草资料包：数字都填好，要人定的一一列出；schema 打印给编辑器用的 JSON Schema；\n' +
    'sql 打印一条 SELECT，分析人员可以直接在自己的企业视图上运行，结果与 run 相同。',
  words: { min: 1, max: 50, what: ` ${ACTIONS.join('、')} 中的一个`, choices: ACTIONS },
  options,
  examples: [
    ['./jingwei policy check', '检查全部资料包'],
    ['./jingwei policy check --packs 我的资料包', '检查一个目录里的资料包'],
    ['./jingwei policy sentence nanchang-textile-2025', '每一条规则还原成一句话'],
    [
      './jingwei policy run --packs packs --facts 企业.csv --on 2025-12-31 --out awards.csv --summary summary.json',
      '全部政策、全部企业算一遍',
    ],
    [
      './jingwei policy run --packs yichun-leader-2023,hunan-textile-2023 --facts 企业.xlsx --on 2025-12-31',
      '只算两份政策，只看汇总',
    ],
    [
      './jingwei policy run --facts "postgres://js@10.0.0.1/js?view=facts" --engine sql --server postgres://js@10.0.0.1/js --server postgres://js@10.0.0.2/js',
      '从数据库的视图取数，在两台 PostgreSQL 上算',
    ],
    ['./jingwei policy explain --pack yichun-leader-2023 --facts 企业.csv --id E1 --on 2025-12-31', '这一户为什么'],
    ['./jingwei policy unsettled --packs packs --facts 企业.csv --out 待查.csv', '还不能断定的，各要查什么'],
    ['./jingwei policy facts', '有哪些事实可用，怎么填'],
    ['./jingwei policy funnel --packs hunan-textile-2023 --facts 企业.csv', '每个条件减去多少户'],
    ['./jingwei policy diff 旧版目录 新版目录', '两版有什么不同'],
    ['./jingwei policy diff hunan-textile-2023 --on 2025-12-31 --set 研发补助上限=500万元', '换一个数，哪几条变了'],
    [
      './jingwei policy sandbox hunan-textile-2023 --facts 企业.csv --on 2025-12-31 --set 研发补助上限=500万元 --out report.json',
      '换一个数，花多少钱，谁多谁少',
    ],
    ['./jingwei policy conflicts --on 2025-12-31', '这一天有效的政策之间的矛盾'],
    ['./jingwei policy sql hunan-textile-2023 --on 2025-12-31 --dialect duckdb > 研发.sql', '在自己的数据库里算'],
    ['./jingwei policy draft 措施.docx -o packs/linjiang-x-2026', '由公文起草资料包'],
  ],
  async run({ options, words, terminal }) {
    const [action = '', ...ids] = words;
    const show = () => import('../policy/show.ts');
    switch (action) {
      case 'check':
        await (await show()).checkPolicies(options, ids, terminal);
        return EXIT.ok;
      case 'sentence':
        await (await show()).showSentences(options, ids, terminal);
        return EXIT.ok;
      case 'run':
        await (await import('../policy/run.ts')).runHere(options, ids, terminal);
        return EXIT.ok;
      case 'explain':
        await (await import('../policy/explain.ts')).explainHere(options, ids, terminal);
        return EXIT.ok;
      case 'unsettled':
        await (await import('../policy/unsettled.ts')).unsettledHere(options, ids, terminal);
        return EXIT.ok;
      case 'facts':
        await (await import('../policy/facts.ts')).showFacts(options, terminal);
        return EXIT.ok;
      case 'funnel':
        await (await import('../policy/funnel.ts')).funnelHere(options, ids, terminal);
        return EXIT.ok;
      case 'conflicts':
        return (await (await show()).showConflicts(options, ids, terminal)) > 0 ? EXIT.found : EXIT.ok;
      case 'diff':
        await (await import('../policy/diff.ts')).diffHere(options, ids, terminal);
        return EXIT.ok;
      case 'sandbox':
        await (await import('../policy/sandbox.ts')).sandboxHere(options, ids, terminal);
        return EXIT.ok;
      case 'schema':
        await (await import('../policy/schema.ts')).schemaHere(ids, terminal);
        return EXIT.ok;
      case 'sql':
        await (await import('../policy/sql.ts')).sqlHere(options, ids, terminal);
        return EXIT.ok;
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
