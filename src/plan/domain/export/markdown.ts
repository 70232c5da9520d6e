import type { ClauseItem, IndicatorItem } from '../../../document/index.ts';
import { type ExportedVersion, itemsOf } from './version.ts';
import { clauseWords, comparatorWords, modeWords, severityWords } from './words.ts';
import { aboutOf } from './workbook.ts';

/** A version as Markdown: readable as it is, and pasteable into a report. */
export function markdownOf(version: ExportedVersion): string {
  const about = aboutOf(version).filter(([, value]) => value !== null);
  const parts = [
    `# ${plain(version.head.title ?? version.fileName)}`,
    about
      .slice(1)
      .map(([name, value]) => `- ${name}：${plain(value ?? '')}`)
      .join('\n'),
    section(
      '指标',
      ['编号', '指标', '目标', '年份', '方式', '范围'],
      itemsOf(version, 'indicator').map(({ id, content }) => [
        id,
        content.name,
        target(content),
        String(content.year ?? ''),
        modeWords[content.mode],
        content.scope ?? '',
      ]),
    ),
    section(
      '任务',
      ['编号', '序号', '任务', '牵头单位', '责任单位', '时限'],
      itemsOf(version, 'task').map(({ id, content }) => [
        id,
        content.no,
        content.title ?? content.text,
        content.lead ?? '',
        content.units.join('、'),
        content.deadlines.join('、'),
      ]),
    ),
    section(
      '奖补条款',
      ['编号', '对象', '条件', '方式', '标准', '出资方'],
      itemsOf(version, 'clause').map(({ id, content }) => [
        id,
        content.subject ?? '',
        content.condition ?? '',
        clauseWords[content.kind],
        benefit(content),
        content.payer ?? '',
      ]),
    ),
    ...itemsOf(version, 'table').map(({ id, content }) =>
      section(
        `表格 ${id} ${content.title ?? ''}`,
        ['', ...content.columns.map((column) => column.join(' / '))],
        content.rows.map((row) => [row.headings.join(' / '), ...row.cells.map((cell) => cell.text)]),
      ),
    ),
    section(
      '体检',
      ['程度', '说明', '算式', '处理'],
      version.findings.map(({ severity, message, arithmetic, dismissed }) => [
        severityWords[severity],
        message,
        arithmetic ?? '',
        dismissed === null ? '待处理' : `不必处理：${dismissed.reason}`,
      ]),
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [`## ${plain(title)}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** One line, with nothing that Markdown would take for a mark of its own. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\|*_`<>[\]#]/g, '\\$&')
    .trim();

function target({ op, value, value2, unit }: IndicatorItem): string {
  if (op === 'range') return `${value}—${value2}${unit}`;
  return `${op === '=' ? '' : comparatorWords[op]}${value}${unit}`;
}

function benefit(clause: ClauseItem): string {
  const between = (low: number | null, high: number | null, unit: string) =>
    low === null && high === null ? '' : `${low ?? ''}—${high ?? ''}${unit}`;
  return [
    clause.amount === null ? between(clause.amountMin, clause.amountMax, '万元') : `${clause.amount}万元`,
    clause.rate === null ? between(clause.rateMin, clause.rateMax, '%') : `${clause.base ?? ''}${clause.rate}%`,
    clause.per === null ? '' : `按${clause.per}`,
    clause.cap === null ? '' : `最高${clause.cap}万元`,
    clause.floor === null ? '' : `起付${clause.floor}万元`,
  ]
    .filter((part) => part !== '')
    .join('，');
}
