import { join } from 'node:path';
import { evaluate as evaluateGold, ownGold, readFloors } from '../../../eval/evaluate.ts';
import { officialScoring, runOfficialScoring } from '../../../eval/official.ts';
import { f1, type Part, precision, recall } from '../../../eval/score/index.ts';
import { command, EXIT } from '../command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The parts in the order of the report; indented ones are judged over what was found of the part above. */
const PART_WORDS: Record<string, string> = {
  heading: '抬头',
  indicators: '指标',
  op: '　比较词',
  mode: '　方式',
  name: '　名称',
  'table totals': '表格合计',
  tasks: '任务',
  'task units': '责任单位',
  leads: '　牵头单位',
  deadlines: '时限',
  clauses: '支持条款',
  kind: '　种类',
  payer: '　出资方',
};

export const evaluate = command({
  usage: 'eval [选项]',
  about:
    '用人工标注的公文给抽取打分，逐项给出 F1、准确率和召回率。先跑仓库自带的一套（eval/gold），仓库旁边放有\n' +
    '../shared 的标注和打分程序时也跑那一套。什么也不写。自带的一套有一项低于 eval/floors.json 的下限时退出码为 1。',
  words: { min: 0, max: 0, what: '' },
  options: {
    verbose: { type: 'boolean', short: 'v', help: '列出每一个漏项、多项和读错的地方' },
    gold: {
      type: 'string',
      value: '文件夹',
      help: '改用别的标注（*.json）；公文在同一文件夹，或并列的 documents、docs',
    },
  },
  examples: [
    ['npm run eval', '看总分'],
    ['npm run eval -- --verbose', '看错在哪里'],
    ['./jingwei eval --gold ~/标注 -v', '用自己的标注'],
  ],
  async run({ options, terminal }) {
    if (options.gold !== undefined) {
      const folders = ['.', '../documents', '../docs'].map((folder) => join(options.gold ?? '', folder));
      await report('标注', options.gold, folders, {}, options.verbose === true, terminal);
      return EXIT.ok;
    }
    const passed = await report(
      '自带标注',
      ownGold.gold,
      [ownGold.documents],
      readFloors(),
      options.verbose === true,
      terminal,
    );
    const official = officialScoring(options.verbose === true);
    if (official === null) await terminal.note('仓库旁边没有 ../shared 的标注，只跑自带的一套。');
    else {
      await terminal.write(`\n${terminal.style.strong('../shared 的标注')}\n`);
      terminal.progress('正在运行 ../shared/tools/score-extraction.mjs……');
      await terminal.write(await runOfficialScoring(official));
    }
    return passed ? EXIT.ok : EXIT.found;
  },
});

/** Prints the figures of one set of gold; gives false when a part is below its floor. */
async function report(
  title: string,
  gold: string,
  documents: readonly string[],
  floors: Record<string, number>,
  verbose: boolean,
  terminal: Terminal,
): Promise<boolean> {
  terminal.progress(`正在抽取 ${gold} 的公文……`);
  const { parts, files, absent } = await evaluateGold(gold, documents);
  for (const name of absent) await terminal.note(`标注提到的公文 ${name} 不在 ${documents.join('、')}，没有打分。`);
  if (verbose) await terminal.write(parts.flatMap((part) => part.faults.map((fault) => `${fault}\n`)).join(''));
  const below = (part: Part) => f1(part) < (floors[part.name] ?? 0);
  const order = Object.keys(PART_WORDS);
  const rows = parts
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map((part) => [
      `${PART_WORDS[part.name] ?? part.name} ${part.name}`,
      f1(part).toFixed(3),
      precision(part).toFixed(3),
      recall(part).toFixed(3),
      `${part.right} / ${part.given} / ${part.wanted}`,
      floors[part.name] === undefined ? '' : `${floors[part.name]}${below(part) ? ' 低于下限' : ''}`,
    ]);
  const columns = ['项', 'F1', '准确率', '召回率', '对 / 给出 / 应有', '下限'].map((name) => ({
    title: name,
    max: 40,
  }));
  await terminal.write(`${terminal.style.strong(`${title}（${files.length} 份）`)}\n${table(columns, rows, terminal)}`);
  return !parts.some(below);
}
