import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { addressFor, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { lifeStates, organisationApi, type PersonJson, personFields } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';
import { personColumns } from './person-columns.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { personBody, personForm } from './person-form.ts';
import '../parts/parts.css';

const route = getRouteApi('/admin/people');
const words = { labels: { state: lifeStates }, picks: { region: 'region', unit: 'unit' } } as const;
const keyOf = ({ id }: PersonJson): string => id;
const nameOf = ({ name, posts }: PersonJson): string => `${name}，${posts}`;

/** People with the posts they hold. */
export function PeoplePage() {
  usePageTitle('人员和岗位');
  const { at, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('organisation.write');
  const [adding, setAdding] = useState(false);
  const open = (id: string | undefined) =>
    void navigate({ search: { ...search, ...(id !== undefined && { at: id }) } });
  const listing = useListing({
    name: 'people',
    fields: personFields,
    columns: personColumns(({ id }) => open(id)),
    ...words,
    search,
    usualSort: { key: 'name', descending: false },
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const people = useQuery({
    ...queryFor(organisationApi.listPeople, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page org-page">
      <h1>人员和岗位</h1>
      <Listing
        listing={listing}
        label="人员"
        answer={people.data}
        error={people.error}
        onRetry={() => void people.refetch()}
        keyOf={keyOf}
        nameOf={nameOf}
        onOpen={({ id }) => open(id)}
        searchHint="姓名、单位或岗位中的字"
        quick={['state']}
        exportAddress={(query) => addressFor(organisationApi.exportPeople, undefined, query)}
        tools={
          mayWrite && (
            <Button type="primary" onClick={() => setAdding(true)}>
              新增人员
            </Button>
          )
        }
        empty={
          <Empty title="还没有人员">
            <p>先登记人员，再给他们岗位；也可以到「导入导出」用表格一次导入。</p>
          </Empty>
        }
      />
      {at !== undefined && <PersonDialog key={at} id={at} onClose={() => open(undefined)} />}
      {adding && (
        <AddPerson
          onClose={(id) => {
            setAdding(false);
            if (id !== undefined) open(id);
          }}
        />
      )}
    </div>
  );
}

function AddPerson({ onClose }: { onClose(id?: string): void }) {
  const refresh = useRefresh();
  return (
    <Modal open title="新增人员" footer={null} onCancel={() => onClose()} width={640} destroyOnHidden>
      <DataForm
        label="新增人员"
        fields={personForm}
        initial={{}}
        submitText="保存，再给岗位"
        onCancel={() => onClose()}
        onSubmit={async (values) => {
          const { id } = await send(organisationApi.addPerson, { body: personBody(values) });
          notify('人员已新增。');
          refresh();
          onClose(id);
        }}
      />
    </Modal>
  );
}
