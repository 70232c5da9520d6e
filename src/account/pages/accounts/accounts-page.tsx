import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { queryFor, keyOf as queryKeyOf } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type AccountJson, accountApi, accountFields, type HandedLinkJson } from '../../contract.ts';
import { accountColumns } from './account-columns.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { LinksDialog } from './links-dialog.tsx';
import { RulesDialog } from './rules-dialog.tsx';
import { labels } from './words.ts';
import '../parts/parts.css';
import './accounts.css';

const route = getRouteApi('/admin/accounts');
const keyOf = ({ id }: AccountJson): string => id;
const nameOf = ({ login, personName }: AccountJson): string => `${login}，${personName}`;

/** Who can come in, and what the administrators can do about it: each kind its own part. */
export function AccountsPage() {
  usePageTitle('账号');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'create' | 'rules' | null>(null);
  const [links, setLinks] = useState<readonly HandedLinkJson[]>([]);
  const mayManage = useMay('account.manage');
  const maySecure = useMay('account.secure');
  const columns = useMemo(() => accountColumns(({ id }) => setOpen(id)), []);
  const listing = useListing({
    name: 'accounts',
    fields: accountFields,
    columns,
    labels,
    search,
    usualSort: { key: 'login', descending: false },
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const accounts = useQuery({
    ...queryFor(accountApi.listAccounts, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  const refresh = (): void => void client.invalidateQueries({ queryKey: queryKeyOf(accountApi.listAccounts) });
  const shown = accounts.data?.rows.find(({ id }) => id === open);
  return (
    <div className="page accounts">
      <h1>账号</h1>
      <Listing
        listing={listing}
        label="账号"
        answer={accounts.data}
        error={accounts.error}
        onRetry={() => void accounts.refetch()}
        keyOf={keyOf}
        nameOf={nameOf}
        onOpen={({ id }) => setOpen(id)}
        searchHint="登录名、姓名或单位中的字"
        quick={['state', 'secondFactor']}
        tools={
          <>
            {maySecure && <Button onClick={() => setDialog('rules')}>安全规则</Button>}
            {mayManage && (
              <Button type="primary" onClick={() => setDialog('create')}>
                开设账号
              </Button>
            )}
          </>
        }
        empty={
          <Empty title="还没有账号">
            <p>先在组织机构里登记人员，再给他们开设账号。</p>
          </Empty>
        }
      />
      {shown !== undefined && (
        <AccountDialog
          account={shown}
          onChanged={refresh}
          onLink={(link) => setLinks([link])}
          onClose={() => setOpen(null)}
        />
      )}
      {dialog === 'create' && (
        <CreateDialog
          onCreated={(made) => {
            setDialog(null);
            setLinks(made);
            refresh();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'rules' && <RulesDialog onChanged={refresh} onClose={() => setDialog(null)} />}
      {links.length > 0 && <LinksDialog links={links} onClose={() => setLinks([])} />}
    </div>
  );
}
