import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { dispatchApi, dispatchLabels, type RankRowJson, rankFields } from '../../contract.ts';
import { UnitLink } from './roll-view.tsx';
import { movedWords, rateWords } from './words.ts';

const route = getRouteApi('/dispatch/$cycleId');

const marks = { up: '↑', down: '↓', same: '＝', new: '新' } as const;

const columnsFor = (cycleId: string): readonly Column<RankRowJson>[] => [
  { ...{ key: 'place', title: '名次', width: '72px', align: 'end' }, render: ({ place }) => place ?? '—' },
  {
    ...{ key: 'unit', title: '单位', width: 'minmax(180px, 1.4fr)', narrow: 'main' },
    render: ({ unit }) => <UnitLink unit={unit} />,
  },
  {
    ...{ key: 'rate', title: '按时率', width: 'minmax(170px, 1.2fr)', narrow: 'figure' },
    render: ({ rate }) => <RateBar rate={rate} />,
  },
  {
    ...{ key: 'placeBefore', title: '比上期', width: '112px' },
    render: ({ place, placeBefore }) => {
      const { way, words } = movedWords(place, placeBefore);
      return (
        <span className={`rank-moved rank-${way}`}>
          <span aria-hidden="true">{marks[way]}</span> {words}
        </span>
      );
    },
  },
  {
    ...{ key: 'rateBefore', title: '上期按时率', width: '108px', align: 'end' },
    render: ({ rateBefore }) => rateWords(rateBefore),
  },
  { ...{ key: 'onTime', title: '按时（项）', width: '96px', align: 'end' }, render: ({ onTime }) => onTime },
  { ...{ key: 'late', title: '超期销号（项）', width: '124px', align: 'end' }, render: ({ late }) => late },
  { ...{ key: 'overdue', title: '超期未销（项）', width: '124px', align: 'end' }, render: ({ overdue }) => overdue },
  {
    ...{ key: 'unreported', title: '没有报（项）', width: '116px', align: 'end' },
    render: ({ unreported, unit }) =>
      unreported === 0 || unit.id === null ? (
        unreported
      ) : (
        <Link
          to="/dispatch/$cycleId"
          params={{ cycleId }}
          search={{ of: 'lines', unit: unit.id, filter: { report: { in: ['missing'] } } }}
        >
          {unreported}
        </Link>
      ),
  },
];

/** A bar as long as the rate, with the figure at its end. */
const RateBar = ({ rate }: { readonly rate: number | null }) => (
  <span className="rank-rate">
    <span className="rank-bar" aria-hidden="true">
      <span style={{ inlineSize: `${rate ?? 0}%` }} />
    </span>
    <b>{rateWords(rate)}</b>
  </span>
);

/** The units by their rate, as it was frozen. */
export function RankingView({ cycleId }: { readonly cycleId: string }) {
  const { of: _of, unit: _unit, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const params = { cycleId };
  const listing = useListing<RankRowJson>({
    name: 'cycle-ranking',
    fields: rankFields,
    columns: columnsFor(cycleId),
    labels: dispatchLabels.rank,
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const ranking = useQuery({
    ...queryFor(dispatchApi.listRanking, { params, query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <Listing<RankRowJson>
      listing={listing}
      label="单位名次"
      answer={ranking.data}
      error={ranking.error}
      onRetry={() => void ranking.refetch()}
      keyOf={({ id }) => id}
      nameOf={({ unit, place }) => (place === null ? unit.name : `第 ${place} 名 ${unit.name}`)}
      onOpen={({ unit }) => {
        if (unit.id !== null) void navigate({ search: { of: 'lines', unit: unit.id } });
      }}
      searchHint="单位名称中的字"
      exportAddress={(parts) => addressFor(dispatchApi.exportRanking, params, parts)}
      empty={
        <Empty title="没有名次">
          <p>到截止日为止，没有单位销号，也没有超期的，排不出名次。</p>
        </Empty>
      }
    />
  );
}
