import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { lifeStates, organisationApi, type UnitJson, unitFields } from '../../contract.ts';
import { unitKinds } from '../../domain/model.ts';
import { AddUnitDialog } from './add-unit-dialog.tsx';
import { RegionDialog } from './region-dialog.tsx';
import { RegionTree } from './region-tree.tsx';
import { unitColumns } from './unit-columns.tsx';
import { UnitDialog } from './unit-dialog.tsx';
import '../parts/parts.css';
import './organisation.css';

const route = getRouteApi('/admin/organisation');
const words = { labels: { kind: unitKinds, state: lifeStates }, picks: { region: 'region' } } as const;
const keyOf = ({ id }: UnitJson): string => id;
const nameOf = ({ name }: UnitJson): string => name;

/** Regions at the left, the units of the chosen one at the right. */
export function OrganisationPage() {
  usePageTitle('组织机构');
  const { unit, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('organisation.write');
  const [dialog, setDialog] = useState<'unit' | 'region' | 'new-region' | null>(null);
  const open = (id: string | undefined) =>
    void navigate({ search: { ...search, ...(id !== undefined && { unit: id }) } });
  const columns = unitColumns(({ id }) => open(id));
  const listing = useListing({
    name: 'units',
    fields: unitFields,
    columns,
    ...words,
    search,
    usualSort: { key: 'name', descending: false },
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const units = useQuery({
    ...queryFor(organisationApi.listUnits, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  const chosen = regionIn(search.filter);
  const choose = (code: string | null): void => {
    const { region: _before, ...others } = search.filter ?? {};
    const filter = code === null ? others : { ...others, region: { in: [code] } };
    listing.change({ filter: Object.keys(filter).length === 0 ? undefined : filter });
  };
  return (
    <div className="page org-page">
      <h1>组织机构</h1>
      <div className="org-columns">
        <aside aria-label="地区">
          <RegionTree chosen={chosen} onChoose={choose} />
          <div className="org-buttons">
            {chosen !== null && <Button onClick={() => setDialog('region')}>地区沿革</Button>}
            {mayWrite && <Button onClick={() => setDialog('new-region')}>新增地区</Button>}
          </div>
        </aside>
        <Listing
          listing={listing}
          label="单位"
          answer={units.data}
          error={units.error}
          onRetry={() => void units.refetch()}
          keyOf={keyOf}
          nameOf={nameOf}
          onOpen={({ id }) => open(id)}
          searchHint="名称、别名或信用代码中的字"
          quick={['kind', 'state']}
          exportAddress={(query) => addressFor(organisationApi.exportUnits, undefined, query)}
          tools={
            mayWrite && (
              <Button type="primary" onClick={() => setDialog('unit')}>
                新增单位
              </Button>
            )
          }
          empty={
            <Empty title="还没有单位">
              <p>逐个新增，或者到「导入导出」用表格一次导入整个组织机构。</p>
            </Empty>
          }
        />
      </div>
      {unit !== undefined && <UnitDialog key={unit} id={unit} onClose={() => open(undefined)} />}
      {dialog === 'unit' && <AddUnitDialog region={chosen} onClose={() => setDialog(null)} />}
      {dialog === 'region' && chosen !== null && <RegionDialog code={chosen} onClose={() => setDialog(null)} />}
      {dialog === 'new-region' && <RegionDialog code={null} above={chosen} onClose={() => setDialog(null)} />}
    </div>
  );
}

/** The one region that the conditions name. */
function regionIn(filter: Readonly<Record<string, unknown>> | undefined): string | null {
  const { in: codes } = (filter?.region ?? {}) as { readonly in?: readonly string[] };
  return codes?.length === 1 ? (codes[0] ?? null) : null;
}
