import { Select } from 'antd';
import type { OwnInput } from '../../../../../platform/web/form/model.ts';
import { periodWords } from '../../../domain/wording/period.ts';
import { firstPeriods } from './timing.ts';

/** The first period of a form, of the length that it is filled in. */
export function PeriodInput({ today, value, onChange, values, ...given }: OwnInput & { readonly today: string }) {
  const periods = firstPeriods(today, values.frequency);
  const own = typeof value === 'string' && value !== '' ? value : null;
  const all = own === null || periods.includes(own) ? periods : [own, ...periods];
  return (
    <Select
      {...given}
      showSearch
      value={own}
      placeholder="选一期"
      options={all.map((period) => ({ value: period, label: `${period}（${periodWords(period)}）` }))}
      onChange={(next: string) => onChange?.(next)}
    />
  );
}
