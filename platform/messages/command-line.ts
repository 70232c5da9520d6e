import { type Catalogue, figure } from './catalogue.ts';

const meant = (limit: string | number | null | undefined): string => (limit ? `您是不是要 ${limit}？` : '');

/** Sentences for the refusals of the command line itself. */
export const commandLineMessages: Catalogue = {
  'unknown-command': (r) => `没有 ${figure(r.given)} 这个命令。${meant(r.limit)}请运行 ./jingwei --help 查看全部命令。`,
  'unknown-option': (r) =>
    `${r.field ?? ''} 没有 ${figure(r.given)} 这个选项。${meant(r.limit)}请运行 ./jingwei ${r.field ?? ''} --help 查看全部选项。`,
  'option-takes-no-value': (r) =>
    `选项 ${r.field ?? ''} 后面不带值，不能写成 ${r.field ?? ''}=${figure(r.given)}。请去掉等号和后面的值。`,
  'option-without-value': (r) =>
    `选项 ${r.field ?? ''} 后面缺少${r.limit ? `「${figure(r.limit)}」` : '它的值'}。请补上。`,
  'option-value-unknown': (r) =>
    `选项 ${r.field ?? ''} 不能是 ${figure(r.given)}。请从这些里选一个：${figure(r.limit)}。`,
  'option-not-a-day': (r) => `选项 ${r.field ?? ''} 的 ${figure(r.given)} 不是真实的日期。请写成 2025-12-31 这样。`,
  'options-exclude-each-other': (r) => `选项 ${r.field ?? ''} 和 ${figure(r.given)} 不能同时用。请只留一个。`,
  'option-missing': (r) => `${r.field ?? ''} 还需要选项 ${figure(r.limit)}。请补上。`,
  'not-a-whole-number': (r) =>
    `${r.field ?? ''} 应是不小于 ${figure(r.limit)} 的整数，不能是 ${figure(r.given)}。请改正后再运行。`,
  'too-few-words': (r) =>
    `${r.field ?? ''} 后面缺少${figure(r.limit)}。请运行 ./jingwei ${r.field ?? ''} --help 查看用法。`,
  'too-many-words': (r) =>
    `${r.field ?? ''} 后面多了 ${figure(r.given)}。请去掉它；文件名里有空格时，请用引号括起来。用法见 ./jingwei ${r.field ?? ''} --help。`,
  'part-not-there': (r) =>
    `「${r.field ?? ''}」里只有 ${figure(r.limit)} 份公文，没有第 ${figure(r.given)} 份。请改用 1 到 ${figure(r.limit)}。`,
  'slice-not-there': (r) =>
    `没有 ${figure(r.given)} 这个切片，或者它没有 commands 文件夹。请先运行 ./jingwei new slice。`,
  'plan-not-found': (r) => `没有标题、文号或机关里含有「${figure(r.given)}」的方案。请运行 ./jingwei plan list 查看。`,
  'policy-not-found': (r) =>
    `没有编号为 ${figure(r.given)} 的政策。请运行 ./jingwei policy check 查看；最接近的是 ${figure(r.limit)}。资料包在别处的，用 --packs 写明目录。`,
  'policy-no-clauses': (r) =>
    `「${r.field ?? ''}」里没有读出支持条款，没有写任何文件。请用 ./jingwei extract 看读出了什么。`,
  'plan-ambiguous': (r) =>
    `有 ${figure(r.given)} 个方案含有「${r.field ?? ''}」：${figure(r.limit)}。请改用编号或更多的字。`,
  'nothing-to-compare': (r) => `「${r.field ?? ''}」只有一版，没有可以比较的。请先导入修订稿。`,
  'already-there': (r) => `${figure(r.given)} 已经存在，没有改动它。请换一个名字。`,
  'bad-name': (r) => `${figure(r.given)} 不能用作名字。请用${figure(r.limit)}。`,
};
