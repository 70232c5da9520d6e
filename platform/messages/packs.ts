import { type Catalogue, figure, place } from './catalogue.ts';

const at = (refusal: Parameters<typeof place>[0]): string => `资料包${place(refusal, '')}`;
const given = (refusal: Parameters<typeof place>[0]): string => `「${figure(refusal.given)}」`;

/** Sentences for packs that were refused; the place is file, line and path: `yichun-869-2023/plan.yaml:12 tasks/3/lead`. */
export const packMessages: Catalogue = {
  'pack-folder-missing': (r) => `${at(r)}打不开。请检查 packs 目录在不在、能不能读。`,
  'pack-too-many': (r) => `${at(r)}有 ${figure(r.given)} 个文件，上限 ${figure(r.limit)} 个。请检查是否放错了目录。`,
  'pack-too-large': (r) => `${at(r)}有 ${figure(r.given)} 字节，上限 ${figure(r.limit)}。请拆成几个文件。`,
  'pack-not-utf8': (r) => `${at(r)}不是 UTF-8 编码。请另存为 UTF-8。`,
  'pack-not-yaml': (r) =>
    `${at(r)}不合 YAML 的写法（${figure(r.given)}）。请检查这一行的缩进、冒号、引号，以及同一个键有没有写两遍。`,
  'pack-alias': (r) => `${at(r)}用了锚点或引用（${figure(r.given)}）。资料包里不许用，请把内容写全。`,
  'pack-too-deep': (r) => `${at(r)}嵌套超过 ${figure(r.limit)} 层。请检查括号和缩进。`,
  'pack-kind-unknown': (r) => `${at(r)}的种类 kind 是${given(r)}，不认识。请从这些里选一个：${figure(r.limit)}。`,
  'pack-key-unknown': (r) =>
    `${at(r)}这一项不认识${figure(r.limit) === '' ? '，可能拼错了' : `，是不是「${figure(r.limit)}」`}。请对照 docs/packs.md 改正或删去。`,
  'pack-shape': (r) =>
    `${at(r)}${r.given == null ? '' : `的值${given(r)}`}不合要求：${figure(r.limit)}。请对照 docs/packs.md 改正。`,
  'pack-id-twice': (r) => `${at(r)}的编号${given(r)}前面已经用过。请换一个。`,
  'pack-id-not-folder': (r) => `${at(r)}的编号${given(r)}与目录名 ${figure(r.limit)} 不一致。请改成目录名。`,
  'pack-source-unnamed': (r) =>
    `${at(r)}没有写，数字就没有来源。请补上；文件确实没有的，请用 ${figure(r.limit)} 说明。`,
  'pack-place-missing': (r) => `${at(r)}没有写出处。请写上在文件的哪一条，如“四/（三）”。`,
  'pack-place-unknown': (r) => `${at(r)}的出处${given(r)}不在提纲里。请改正出处，或在 outline 里补上这一条。`,
  'pack-quote-of-real-document': (r) => `${at(r)}抄了真实文件的原话。请删去 quote；只有虚构的文件可以引原话。`,
  'pack-unit-unknown': (r) =>
    `${at(r)}的单位${given(r)}不在单位名录里。请改成名录里的写法，或列入 localUnits 并说明原因。`,
  'pack-unit-unused': (r) => `${at(r)}列了${given(r)}，但没有任务用到它。请删去。`,
  'pack-unit-known-already': (r) => `${at(r)}列了${given(r)}，名录里已经有了。请删去。`,
  'pack-lead-not-a-unit': (r) => `${at(r)}的牵头单位${given(r)}不在这项任务的责任单位里。请补进 units。`,
  'pack-period-reversed': (r) => `${at(r)}的起止颠倒：${figure(r.given)} 与 ${figure(r.limit)}。请对调或改正。`,
  'pack-year-outside-period': (r) =>
    `${at(r)}的年份 ${String(r.given)} 不在方案期内（到 ${String(r.limit)} 年）。请改正，或用 yearReason 说明。`,
  'pack-deadline-outside-plan': (r) =>
    `${at(r)}的时限 ${figure(r.given)} 越过了 ${figure(r.limit)}。请改正，或用 deadlineReason 说明。`,
  'pack-window-outside-validity': (r) =>
    `${at(r)}的受理期到 ${figure(r.given)}，晚于有效期 ${figure(r.limit)}。请改正。`,
  'pack-range-ends': (r) => `${at(r)}的上下限不对：区间要有 value2 且大于 value，不是区间就不能有 value2。请改正。`,
  'pack-clause-incomplete': (r) =>
    `${at(r)}的种类是${given(r)}，所填的金额、比例、封顶或基数与它不符。请补齐或改正种类。`,
  'pack-figure-not-positive': (r) => `${at(r)}是 ${figure(r.given)}，应当大于 0。请改正；没有这个数就不写。`,
  'pack-row-length': (r) =>
    `${at(r)}有 ${figure(r.given)} 个值，表有 ${figure(r.limit)} 列。请补成一样多，空格写 null。`,
  'pack-row-does-not-add-up': (r) =>
    `${at(r)}各列相加是 ${figure(r.given)}，合计是 ${figure(r.limit)}。请核对；文件本身不平的，请用 anomaly 说明。`,
  'pack-row-adds-up-after-all': (r) => `${at(r)}说这一行不平，其实相加正好是 ${figure(r.limit)}。请删去 anomaly。`,
  'pack-region-unknown': (r) => `${at(r)}的地区代码${given(r)}不在地区名录里。请改正，或先补进名录。`,
  'pack-credit-code': (r) => `${at(r)}的统一社会信用代码${given(r)}校验不对。请核对后改正。`,
  'pack-chain-unknown': (r) => `${at(r)}的产业链${given(r)}不在产业链名录里。请改正，或先补进名录。`,
  'pack-node-unknown': (r) => `${at(r)}指向${given(r)}，图谱里没有这个编号。请改正，或先补上环节或列。`,
  'pack-link-to-itself': (r) => `${at(r)}的连线从${given(r)}回到自己。请删去或改正。`,
  'pack-needs-too-much': (r) =>
    `${at(r)}（${figure(r.given)}）从各上游买的份额相加是 ${figure(r.limit)}，超过 1。请减少连线的 need。`,
  'pack-industry-unknown': (r) => `${at(r)}的行业代码${given(r)}不在行业名录里。请改正，或先补进名录。`,
  'pack-plan-unknown': (r) => `${at(r)}指向的方案${given(r)}不在资料包里。请改正编号，或删去 pack 只留标题。`,
  'pack-parent-missing': (r) => `${at(r)}的地区${given(r)}没有上级。请写上 parent。`,
  'pack-local-code': (r) => `${at(r)}的代码${given(r)}与 local 不符：带横线的自编代码要写 local: true。请改正。`,
};
