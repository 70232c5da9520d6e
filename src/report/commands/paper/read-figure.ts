import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { figureWords } from '../../../task/index.ts';
import type { FigureSourceJson } from '../../contract.ts';
import {
  at,
  type BulletinFacts,
  counted,
  type Figure,
  type FigureSource,
  type FrozenCycle,
  figureText,
  type ReadingFact,
  resolve,
} from '../../domain/index.ts';
import type { ReportDeps } from '../deps.ts';
import { factsOf, seenBulletin } from './load.ts';

type From = FigureSourceJson['from'][number];

/** Entries behind one figure that are listed; that there are more is said. */
const mostListed = 100;

/** Where one figure of a paper comes from: the dispatch or the indicator, when it was frozen, who reported and approved it. */
export async function readFigure(
  actor: Actor,
  { bulletinId, figure: id }: { readonly bulletinId: string; readonly figure: string },
  { db }: ReportDeps,
): Promise<FigureSourceJson> {
  permit(actor, 'report.read');
  const row = await seenBulletin(actor, bulletinId, db);
  const figure = row.composed.figures.find((each) => each.id === id);
  if (figure === undefined) throw new RefusalError({ code: 'bulletin-figure-unknown', field: 'figure', given: id });
  const facts = factsOf(row);
  const all = sourcesOf(figure.from, facts, figure);
  return {
    ...{ id, name: figure.name, value: figure.value, decimals: figure.decimals, unit: figure.unit },
    ...{ text: figureText(figure), how: howWords(figure.from), from: all.slice(0, mostListed) },
    more: Math.max(0, all.length - mostListed),
    holds: resolve(facts, figure.from) === figure.value,
  };
}

function howWords(source: FigureSource): string {
  switch (source.how) {
    case 'value':
      return '照冻结的数写。';
    case 'size':
      return '照冻结的数写，正负用文字说明。';
    case 'count':
      return '数出符合条件的各项。';
    case 'distinct':
      return '数出符合条件的各项一共有几个不同的。';
    case 'sum':
      return '把冻结的各数相加。';
    case 'rate':
      return '按时办结的权数之和除以到期和办结的权数之和，四舍五入到千分位。';
    case 'apart':
      return '两个冻结的数相减。';
  }
}

/** What a figure follows from, one line each. */
function sourcesOf(source: FigureSource, facts: BulletinFacts, figure: Figure): From[] {
  switch (source.how) {
    case 'value':
    case 'size':
      return [place(source.at, facts, figure)];
    case 'count':
    case 'distinct':
      return counted(facts, source.of, source.where).map((entry) => entryLine(entry, source.of, facts));
    case 'sum':
      return source.of.flatMap((pointer) => spread(pointer, facts).map((one) => place(one, facts, figure)));
    case 'rate':
      return spread(source.of, facts).flatMap((of) => {
        const won = of.replace(/of$/u, 'won');
        const unit = at(facts, of.replace(/\/of$/u, '/unit/name'))[0];
        const [a, b] = [at(facts, won)[0], at(facts, of)[0]];
        return b === 0 ? [] : [{ ...about(of, facts), name: String(unit), value: `${String(a)}／${String(b)}` }];
      });
    case 'apart':
      return [...sourcesOf(source.left, facts, figure), ...sourcesOf(source.right, facts, figure)];
  }
}

/** Every single place that a pointer with stars means. */
function spread(pointer: string, facts: BulletinFacts): string[] {
  const star = pointer.indexOf('*');
  if (star < 0) return [pointer];
  const [base, rest] = [pointer.slice(0, star).replace(/\/$/u, ''), pointer.slice(star + 1)];
  const [list] = at(facts, base);
  const keys = typeof list === 'object' && list !== null ? Object.keys(list) : [];
  return keys.flatMap((key) => spread(`${base}/${key}${rest}`, facts));
}

/** The figure at one place, with its name there. */
function place(pointer: string, facts: BulletinFacts, figure: Figure): From {
  const [value] = at(facts, pointer);
  const reading = readingAt(pointer, facts);
  if (reading !== null) return readingLine(reading, pointer, value, figure);
  const unit = at(facts, pointer.replace(/\/[^/]+$/u, '/unit/name'))[0];
  const name = typeof unit === 'string' ? `${unit}${keyWords(pointer)}` : taskName(pointer, facts) + keyWords(pointer);
  const decimals = pointer.endsWith('permille') || pointer.includes('/figures/') ? figure.decimals : 0;
  const written = typeof value === 'number' ? `${figureWords(value, decimals)}` : '没有';
  return { ...about(pointer, facts), name: name || figure.name, value: written, ...linkOf(pointer, facts) };
}

const keyNames: Readonly<Record<string, string>> = {
  ...{
    red: '红灯',
    yellow: '黄灯',
    blue: '蓝灯',
    green: '绿灯',
    none: '不亮灯',
    place: '位次',
    permille: '按时办结率（%）',
  },
  ...{ onTime: '按时办结', late: '逾期办结', overdue: '超期未办', days: '超期天数', value: '完成', target: '目标' },
  expected: '按进度应到',
};
const keyWords = (pointer: string): string => {
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  return keyNames[key] ?? '';
};

/** The task that a place lies in, in quotation marks. */
function taskName(pointer: string, facts: BulletinFacts): string {
  const found = /^(?:course\/\d+|[^/]+)\/snapshot\/tasks\/\d+/u.exec(pointer)?.[0];
  const title = found === undefined ? undefined : at(facts, `${found}/title`)[0];
  return typeof title === 'string' ? `“${title}”` : '';
}

function linkOf(pointer: string, facts: BulletinFacts): Partial<From> {
  const found = /^(?:course\/\d+|[^/]+)\/snapshot\/tasks\/\d+/u.exec(pointer)?.[0];
  const id = found === undefined ? undefined : at(facts, `${found}/id`)[0];
  return typeof id === 'string' ? { link: `/tasks/${id}` } : {};
}

/** Which dispatch a place lies in, and when that was frozen by whom. */
function about(pointer: string, facts: BulletinFacts): From {
  const known = cycleAt(pointer, facts) ?? facts.current;
  return {
    ...{ name: '', value: '', source: known.title, vintage: '冻结', frozenAt: known.frozenAt, digest: known.digest },
    ...{ reportedBy: null, approvedBy: known.frozenBy, link: `/dispatch/${known.cycleId}` },
  };
}

type Dispatch = Omit<FrozenCycle, 'snapshot'>;

/** The dispatch that a place lies in. */
function cycleAt(pointer: string, facts: BulletinFacts): Dispatch | null {
  const [key, at] = pointer.split('/');
  if (key === 'course') return facts.course?.[Number(at)] ?? null;
  return key === 'previous' || key === 'yearAgo' ? facts[key] : null;
}

/** One of the entries that were counted: a task, a duty with its unit and report, or a report that is missing. */
function entryLine(entry: unknown, of: string, facts: BulletinFacts): From {
  const line = about(of, facts);
  const text = (pointer: string): string | null => {
    const [found] = at(entry, pointer);
    return typeof found === 'string' ? found : null;
  };
  const unit = text('unit/name');
  const task = taskOf(entry, of, facts);
  const reporter = text('report/by/name');
  return {
    ...line,
    name: task === null ? (unit ?? text('title') ?? '') : `“${task.title}”`,
    value: unit ?? text('light') ?? '',
    reportedBy: reporter,
    link: task === null ? line.link : `/tasks/${task.id}`,
  };
}

function taskOf(
  entry: unknown,
  of: string,
  facts: BulletinFacts,
): { readonly id: string; readonly title: string } | null {
  const key = of.split('/')[0] as 'current' | 'previous' | 'yearAgo';
  const tasks = facts[key]?.snapshot.tasks ?? [];
  const [id] = at(entry, 'taskId');
  const found = tasks.find(
    (task) => task === entry || task.id === id || task.duties.some((duty) => (duty as unknown) === entry),
  );
  return found === undefined ? null : { id: found.id, title: found.title };
}

function readingAt(pointer: string, facts: BulletinFacts): ReadingFact | null {
  const found = /^readings\/(\d+)\//u.exec(pointer);
  return found === null ? null : (facts.readings[Number(found[1])] ?? null);
}

function readingLine(reading: ReadingFact, pointer: string, value: unknown, figure: Figure): From {
  const { indicatorId, period, regionId, chainId } = reading;
  const query = new URLSearchParams({ period, place: regionId, ...(chainId !== null && { chain: chainId }) });
  const isTarget = pointer.includes('/target/');
  return {
    name: figure.name,
    value: typeof value === 'number' ? `${figureWords(value, figure.decimals)}${figure.unit}` : '没有报数',
    source: isTarget ? '目标' : '指标数据',
    vintage: reading.vintages.join('、') || null,
    ...{ frozenAt: null, digest: null },
    reportedBy: reading.reportedBy.join('、') || null,
    approvedBy: reading.approvedBy.join('、') || null,
    link:
      isTarget && reading.target !== null
        ? `/targets/${reading.target.id}`
        : `/cells?indicator=${encodeURIComponent(indicatorId)}&${query}`,
  };
}
