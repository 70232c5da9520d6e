import { comparatorOf } from '../indicator/comparator.ts';
import type { IndicatorItem, TargetMode } from '../model.ts';
import { exact } from '../number/numeral.ts';
import type { Profile } from '../reading.ts';
import type { GridCell } from './grid.ts';
import { type Column, isFigure, yearOf } from './headings.ts';
import type { DataRow } from './rows.ts';

const TOTAL = /^(?:全区|全市|全县|全省|全州|合计|总计|小计|全国|全区合计|全市合计|总量|全镇|全园)$/;
const REGION = /(?:省|市|区|县|镇|乡|街道|园区?|开发区|管委会|新区|高新区|经开区|场|办事处)$/;
const TARGET_TABLE = /目标|指标|预测|计划|任务|分解|规划|增长|发展/;
/** 年均增速 beside the years of a plan: reached in the last of them. */
const GROWTH_COLUMN = /年均|增速|增长|累计/;
const lastYearOf = (columns: readonly Column[]): number | null =>
  Math.max(0, ...columns.flatMap((c) => c.path.map(yearOf).filter((y) => y !== null))) || null;
const BASE_COLUMN = /基期|现状|实际|完成值|基数|基准|上年|已完成/;

export interface TableFacts {
  readonly title: string | null;
  readonly unit: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly DataRow[];
  readonly path: readonly string[];
}

/** Of the cells of a table, those that stand for the whole: the total column where there is one, else all. */
export function totalsOf(targets: readonly IndicatorItem[]): IndicatorItem[] {
  const totals = targets.filter((i) => i.scope !== null && TOTAL.test(i.scope));
  return totals.length > 0 ? totals : [...targets];
}

/** Cells of a target table as indicators: region × chain × year × metric. Dashes and lost cells give nothing. */
export function targetsOf(t: TableFacts, profile: Profile): IndicatorItem[] {
  const heads = t.columns.map((c) => c.path.join('')).join('');
  if (!TARGET_TABLE.test(`${t.title ?? ''}${heads}${t.path.at(-1) ?? ''}`)) return [];
  const values = t.columns.filter(
    (c) =>
      !['group', 'year', 'metric', 'unit', 'number', 'title', 'content', 'lead', 'units', 'due', 'note'].includes(
        c.role,
      ),
  );
  const found: IndicatorItem[] = [];
  const seen = new Set<string>();
  for (const row of t.rows) {
    row.cells.forEach((cell, i) => {
      const column = values[i];
      if (!cell || !column || !isFigure(cell.text)) return;
      const item = target(t, row, cell, column, profile);
      if (!item) return;
      const key = `${item.name}|${item.scope}|${item.year}|${item.value}`;
      if (seen.has(key)) return;
      seen.add(key);
      found.push(item);
    });
  }
  return found;
}

function target(t: TableFacts, row: DataRow, cell: GridCell, column: Column, profile: Profile): IndicatorItem | null {
  const labels = column.path;
  const columnYear = labels.map(yearOf).find((y) => y !== null) ?? null;
  const year =
    columnYear ??
    (GROWTH_COLUMN.test(labels.join('')) ? lastYearOf(t.columns) : null) ??
    row.year ??
    yearOf(t.title ?? '');
  if (
    year === null ||
    labels.some((l) => BASE_COLUMN.test(l)) ||
    (profile.firstYear !== null && year < profile.firstYear)
  )
    return null;
  const rest = labels.filter((l) => yearOf(l) === null).map((l) => l.replace(/（[^）]*）$/, ''));
  const rowIsPlace = row.group !== null && (TOTAL.test(row.group) || REGION.test(row.group));
  const place = rest.find((l) => TOTAL.test(l) || REGION.test(l)) ?? (rowIsPlace ? row.group : null);
  const metric = [row.metric, ...rest.filter((l) => l !== place)].filter(Boolean).join('');
  const name = `${rowIsPlace ? '' : (row.group ?? '')}${metric}`;
  if (name.length < 2) return null;
  const figure = /^([≥≤><约]?)([\d,]+(?:\.\d+)?)(.*)$/.exec(cell.text.replace(/^[〔（]|[〕）]$/g, ''))!;
  const value = exact(Number(figure[2]!.replace(/,/g, '')));
  const unit = unitOf(figure[3]!, row, column, metric, t.unit);
  return {
    start: cell.start,
    end: cell.end,
    text: row.all
      .map((c) => c.text)
      .join('\t')
      .replace(/^\t+/, ''),
    name: name.replace(/（[^）]*[元%户家个吨]）/, ''),
    value,
    value2: null,
    unit,
    op:
      figure[1] === '≥'
        ? '>='
        : figure[1] === '≤'
          ? '<='
          : figure[1] === '>'
            ? '>'
            : figure[1] === '约'
              ? '~'
              : comparatorOf(
                  { start: 0, end: 0, value, value2: null, unit, kind: 'count', more: false, han: false, idiom: null },
                  '',
                  figure[3]!.replace(/^[%‰]|^[^\u4e00-\u9fff]/, ''),
                ),
    year,
    mode: modeOfMetric(metric),
    scope: place ?? '全部',
    table: true,
    repeat: false,
    path: t.path,
    confidence: row.guessed ? 0.6 : 0.9,
    rejected: row.guessed ? ['表中这一行缺少产业或年份的标签，按上下行推定'] : [],
  };
}

const modeOfMetric = (metric: string): TargetMode =>
  /增长率?|增速|增幅/.test(metric)
    ? 'growth'
    : /新增|净增/.test(metric)
      ? 'increment'
      : /累计/.test(metric)
        ? 'cumulative'
        : 'level';

/** From the cell, the unit column, a bracket in a heading, the kind of metric, then the title of the table. */
function unitOf(tail: string, row: DataRow, column: Column, metric: string, titleUnit: string | null): string {
  const own = /^(%|‰|亿元|万元|元|户|家|个|人|项|吨|万吨|亩|万亩)/.exec(tail)?.[1];
  if (own) return own;
  if (row.unit) return row.unit;
  for (const l of [...column.path, row.metric ?? '', metric]) {
    const m = /（(?:单位：)?([^（）]{1,6})）$/.exec(l);
    if (m && /元|%|户|家|个|人|吨|亩|项|次|件|台|公里/.test(m[1]!)) return m[1]!;
  }
  if (/户数$/.test(metric)) return '户';
  if (/(?:家数|企业数)$/.test(metric)) return '家';
  if (/(?:个数|项目数|平台数)$/.test(metric)) return '个';
  if (/(?:率|占比|比重|增速|增幅)$/.test(metric)) return '%';
  return titleUnit ?? '';
}
