import type { PackFault } from '../../kernel/index.ts';
import type { PlanContent, PlanTable } from './plan-schema.ts';

/** Figures fit their kind: a range has two ends, a rate has a percentage, the parts of a table row add up or say why not. */
export function checkFigures(plan: PlanContent): PackFault[] {
  return [
    ...plan.indicators.flatMap((x, i) => checkRange(x, ['indicators', i])),
    ...plan.clauses.flatMap((x, i) => checkClause(x, ['clauses', i])),
    ...plan.tables.flatMap((x, i) => checkTable(x, ['tables', i])),
  ];
}

type Path = PackFault['path'];

function checkRange(item: PlanContent['indicators'][number], path: Path): PackFault[] {
  const right = item.op === 'range' ? item.value2 !== null && item.value2 > item.value : item.value2 === null;
  return right ? [] : [{ code: 'pack-range-ends', path: [...path, 'value2'], given: item.value2, limit: item.op }];
}

function checkClause(item: PlanContent['clauses'][number], path: Path): PackFault[] {
  const money = item.amount ?? item.amountMin ?? item.amountMax;
  const rate = item.rate ?? item.rateMin ?? item.rateMax;
  const wanted = {
    fixed: rate === null && (money !== null || item.cap !== null),
    rate: rate !== null && item.cap === null && item.base !== null,
    'rate+cap': rate !== null && item.cap !== null && item.base !== null,
    tiered: item.series !== null && (rate !== null || money !== null || item.cap !== null),
  };
  const faults: PackFault[] = [];
  if (!wanted[item.kind])
    faults.push({ code: 'pack-clause-incomplete', path: [...path, 'kind'], given: item.kind, limit: 'kind' });
  const figures = { amount: item.amount, cap: item.cap, floor: item.floor, rate: item.rate };
  for (const [name, figure] of Object.entries(figures)) {
    if (figure !== null && figure <= 0)
      faults.push({ code: 'pack-figure-not-positive', path: [...path, name], given: figure, limit: 0 });
  }
  return faults;
}

function checkTable(table: PlanTable, path: Path): PackFault[] {
  const totals = table.columns.flatMap((c, i) => (c.role === 'total' ? [i] : []));
  const parts = table.columns.flatMap((c, i) => (c.role === 'part' ? [i] : []));
  const [total] = totals;
  return table.rows.flatMap((row, r): PackFault[] => {
    const at = [...path, 'rows', r];
    if (row.values.length !== table.columns.length)
      return [{ code: 'pack-row-length', path: at, given: row.values.length, limit: table.columns.length }];
    if (total === undefined || totals.length > 1 || parts.length === 0) return [];
    const sum = parts.reduce((all, part) => all + (row.values[part] ?? 0), 0);
    const whole = row.values[total] ?? 0;
    const addsUp = Math.abs(sum - whole) < 1e-6;
    if (addsUp === (row.anomaly === null)) return [];
    return addsUp
      ? [{ code: 'pack-row-adds-up-after-all', path: [...at, 'anomaly'], given: sum, limit: whole }]
      : [{ code: 'pack-row-does-not-add-up', path: at, given: sum, limit: whole }];
  });
}
