import { CloseOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { reviewWord } from '../../wording/words.ts';
import { filterCount, noFilters } from '../view/filters.ts';
import { useWorkbench } from '../workbench-context.ts';
import { BulkBar } from './bulk-bar.tsx';

const choice = (value: string | number, label = String(value)) => ({ value, label });

/** Narrows the list; when rows are ticked, what to do with them. */
export function FilterBar() {
  const { view, change, index } = useWorkbench();
  const { filters } = view;
  if (view.ticked.size > 0) return <BulkBar />;
  const set = (part: Partial<typeof filters>) => change({ do: 'filter', filters: part });
  return (
    <search className="filter-bar">
      <Input
        id="item-search"
        className="filter-words"
        prefix={<SearchOutlined aria-hidden="true" />}
        allowClear
        value={filters.words}
        placeholder="搜索条目"
        aria-label="搜索条目"
        onChange={(event) => set({ words: event.target.value })}
      />
      <Select
        aria-label="核对状态"
        className="filter-review"
        value={filters.review ?? ''}
        options={[choice('', '全部状态'), ...Object.entries(reviewWord).map(([value, label]) => choice(value, label))]}
        onChange={(value) => set({ review: (value || null) as typeof filters.review })}
      />
      <Select
        aria-label="年份"
        className="filter-year"
        value={filters.year ?? ''}
        options={[choice('', '全部年份'), ...index.years.map((year) => choice(year, `${year}年`))]}
        onChange={(value) => set({ year: value === '' ? null : Number(value) })}
      />
      <Select
        aria-label="责任单位"
        className="filter-unit"
        showSearch
        allowClear
        placeholder="责任单位"
        popupMatchSelectWidth={280}
        value={filters.unit}
        options={index.units.map((unit) => choice(unit))}
        onChange={(value) => set({ unit: value ?? null })}
      />
      <Checkbox checked={filters.unsure} onChange={(event) => set({ unsure: event.target.checked })}>
        把握低
      </Checkbox>
      <Checkbox checked={filters.found} onChange={(event) => set({ found: event.target.checked })}>
        有发现
      </Checkbox>
      {filters.section && (
        <Button size="small" icon={<CloseOutlined />} iconPlacement="end" onClick={() => set({ section: null })}>
          只看：{filters.section.title}
        </Button>
      )}
      {filterCount(filters) > 1 && (
        <Button size="small" type="link" onClick={() => set(noFilters)}>
          清除筛选
        </Button>
      )}
    </search>
  );
}
