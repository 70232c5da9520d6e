import type { Column } from '../../../../../platform/web/list/model.ts';
import type { ProposedLineJson } from '../../../contract.ts';
import { amount } from '../words.ts';
import { lineStateNames } from './address.ts';

const changeNames = { new: '新增', changed: '改动', same: '不变' } as const;

/** A line as a row: what the plan says, what it would become. */
export const lineColumns: readonly Column<ProposedLineJson>[] = [
  {
    ...{ key: 'name', title: '方案里的说法', width: 'minmax(200px, 1.4fr)', narrow: 'main' },
    render: ({ name, given, given2, givenUnit, year }) =>
      `${name} ${given}${given2 === null ? '' : `—${given2}`}${givenUnit}${year === null ? '' : `（${year}）`}`,
  },
  {
    ...{ key: 'indicator', title: '指标', width: 'minmax(130px, 1fr)' },
    render: ({ indicator }) =>
      indicator === null ? (
        <span className="target-red">待定</span>
      ) : indicator.id === null ? (
        `${indicator.name}（新建）`
      ) : (
        indicator.name
      ),
  },
  {
    ...{ key: 'place', title: '地区、产业链', width: 'minmax(150px, 1fr)' },
    render: ({ place }) =>
      place === null ? (
        <span className="target-red">待定</span>
      ) : (
        [place.unitName ?? place.regionName, place.chainName].filter((each) => each !== null).join(' · ')
      ),
  },
  {
    ...{ key: 'year', title: '年份', width: '76px', align: 'end' },
    render: ({ year }) => year ?? <span className="target-red">待定</span>,
  },
  {
    ...{ key: 'value', title: '目标', width: '130px', align: 'end', narrow: 'figure' },
    render: ({ value, unit, decimals }) => amount(value, { unit: unit ?? '', decimals }),
  },
  {
    ...{ key: 'state', title: '状态', width: '110px' },
    render: ({ state, change }) => (
      <span className={state === 'open' || state === 'faulty' ? 'target-red' : undefined}>
        {lineStateNames[state]}
        {change !== null && ` · ${changeNames[change]}`}
      </span>
    ),
  },
];
