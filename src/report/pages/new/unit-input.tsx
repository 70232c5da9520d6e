import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import type { OwnInput } from '../../../../platform/web/form/model.ts';
import { reportApi } from '../../contract.ts';

/** One of the units of a dispatch, those with the most overdue first. */
export function UnitInput({
  cycleId,
  value,
  onChange,
  values: _values,
  ...given
}: OwnInput & { readonly cycleId: string }) {
  const units = useQuery({
    ...queryFor(reportApi.readCycleUnits, { params: { cycleId } }),
    enabled: cycleId !== '',
  });
  return (
    <Select
      {...given}
      showSearch={{ optionFilterProp: 'label' }}
      loading={units.isLoading}
      value={typeof value === 'string' && value !== '' ? value : undefined}
      onChange={(next) => onChange?.(next)}
      placeholder="选一个单位"
      options={(units.data?.units ?? []).map(({ id, name, duties, overdue }) => ({
        value: id,
        label: `${name}（责任 ${duties} 项，超期 ${overdue} 项）`,
      }))}
      notFoundContent={units.isLoading ? '正在读取' : '这次调度里没有单位'}
    />
  );
}
