import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import type { ListSearch } from '../../../../platform/web/list/listing/address.ts';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import {
  type FigureRowJson,
  figureFields,
  figureLabels,
  type IndicatorHeadJson,
  readingApi,
} from '../../contract/reading-api.ts';
import { figureText } from '../reading/words.ts';
import type { AskedCell } from './cell-page.tsx';
import { momentWords } from './moment.ts';
import { Versions } from './versions.tsx';

interface Props {
  readonly asked: AskedCell;
  readonly indicator: IndicatorHeadJson;
}

/** Figure by figure: of whom it is, who reported it, and which version counts. */
export function CellFigures({ asked, indicator }: Props) {
  const [search, setSearch] = useState<ListSearch>({});
  const [opened, setOpened] = useState<string | null>(null);
  const { by: _by, at: _at, ...which } = asked;
  const listing = useListing<FigureRowJson>({
    name: 'cell-figures',
    fields: figureFields,
    columns: columnsOf(indicator),
    labels: figureLabels,
    search,
    onSearch: setSearch,
  });
  const figures = useQuery({
    ...queryFor(readingApi.listCellFigures, { query: { ...listing.query, ...which } }),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="cell-figures">
      <h2 id="cell-figures">一笔笔数</h2>
      <Listing<FigureRowJson>
        listing={listing}
        label="数"
        answer={figures.data}
        error={figures.error}
        onRetry={() => void figures.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ enterprise, unit }) => enterprise?.name ?? unit.name}
        onOpen={({ id }) => setOpened(id)}
        searchHint="企业、单位中的字"
        quick={['vintage']}
        exportAddress={(query) => addressFor(readingApi.exportCellFigures, undefined, { ...query, ...which })}
        empty={
          <Empty title="没有数">
            <p>这一格还没有人报数。</p>
          </Empty>
        }
      />
      {opened !== null && <Versions figureId={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

const columnsOf = (indicator: IndicatorHeadJson): readonly Column<FigureRowJson>[] => [
  {
    ...{ key: 'enterprise', title: '企业或单位', width: 'minmax(200px, 1.4fr)', narrow: 'main' },
    render: ({ enterprise, unit }) => enterprise?.name ?? unit.name,
  },
  { key: 'region', title: '地区', width: '120px', render: ({ region }) => region.name },
  { key: 'chain', title: '产业链', width: '130px', hidden: true, render: ({ chain }) => chain?.name ?? '—' },
  { key: 'period', title: '时期', width: '92px', render: ({ period }) => period },
  {
    ...{ key: 'value', title: '数值', width: '150px', align: 'end', narrow: 'figure' },
    render: ({ value, reason }) => (value === null ? `没有（${reason ?? ''}）` : figureText(String(value), indicator)),
  },
  {
    ...{ key: 'vintage', title: '数据版本', width: '92px' },
    render: ({ vintage }) => figureLabels.vintage[vintage],
  },
  { key: 'unit', title: '报数单位', width: 'minmax(160px, 1fr)', hidden: true, render: ({ unit }) => unit.name },
  { key: 'reportedBy', title: '填报人', width: '130px', render: ({ reportedBy }) => reportedBy },
  { key: 'approvedBy', title: '审核人', width: '160px', render: ({ approvedBy }) => approvedBy ?? '—' },
  { key: 'changedBy', title: '最后修改人', width: '130px', hidden: true, render: ({ changedBy }) => changedBy },
  { key: 'savedAt', title: '保存时间', width: '170px', render: ({ savedAt }) => momentWords(savedAt) },
  { key: 'note', title: '说明', width: 'minmax(160px, 1fr)', hidden: true, render: ({ note }) => note ?? '—' },
];
