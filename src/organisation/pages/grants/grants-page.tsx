import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import type { Selection } from '../../../../platform/web/list/listing/selection.ts';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { grantStates, lifeStates, organisationApi, type PostJson, postFields } from '../../contract.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { useRefresh } from '../parts/refresh.ts';
import { grantColumns } from './grant-columns.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { idsOf } from './ids-of.ts';
import '../parts/parts.css';

const route = getRouteApi('/admin/grants');
const words = {
  labels: { state: lifeStates, grant: grantStates, main: { yes: '是', no: '否' } },
  picks: { region: 'region' },
} as const;
const keyOf = ({ id }: PostJson): string => id;
const nameOf = ({ person, title, unit }: PostJson): string => `${person}，${unit}${title}`;

/** Posts and what they may do: the security administrator grants, confirms and takes back, also many at once. */
export function GrantsPage() {
  usePageTitle('岗位授权');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayGrant = useMay('access.grant');
  const mayPropose = useMay('organisation.write');
  const refresh = useRefresh();
  const [open, setOpen] = useState<PostJson | null>(null);
  const [withdrawing, setWithdrawing] = useState<{ ids: readonly string[]; done(): void } | null>(null);
  const editable = mayGrant || mayPropose;
  const listing = useListing({
    name: 'grants',
    fields: postFields,
    columns: grantColumns(editable ? setOpen : null),
    ...words,
    search,
    usualSort: { key: 'person', descending: false },
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const posts = useQuery({
    ...queryFor(organisationApi.listGrants, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  const confirm = async (selection: Selection, done: () => void): Promise<void> => {
    try {
      const postIds = await idsOf(selection, listing.query);
      const { changed } = await send(organisationApi.confirmGrants, { body: { postIds } });
      notify(`已确认 ${changed} 个岗位的授权。`);
      refresh();
      done();
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  return (
    <div className="page org-page">
      <h1>岗位授权</h1>
      <p className="org-faint">
        授权给岗位，不给个人：谁担任这个岗位，谁就有这些权限。建议的授权要由安全管理员确认才生效。
      </p>
      <Listing
        listing={listing}
        label="岗位"
        answer={posts.data}
        error={posts.error}
        onRetry={() => void posts.refetch()}
        keyOf={keyOf}
        nameOf={nameOf}
        {...(editable && { onOpen: setOpen })}
        searchHint="人员、岗位、单位或角色中的字"
        quick={['grant', 'state']}
        {...(mayGrant && {
          actions: (selection: Selection, done: () => void) => (
            <>
              <Button onClick={() => void confirm(selection, done)}>确认建议的授权</Button>
              <Button
                danger
                onClick={() => void idsOf(selection, listing.query).then((ids) => setWithdrawing({ ids, done }))}
              >
                收回授权
              </Button>
            </>
          ),
        })}
        empty={
          <Empty title="还没有岗位">
            <p>先由系统管理员登记人员和岗位，再来授权。</p>
          </Empty>
        }
      />
      {open !== null && (
        <GrantDialog
          post={open}
          onClose={() => setOpen(null)}
          onWithdraw={(post) => setWithdrawing({ ids: [post.id], done: () => setOpen(null) })}
        />
      )}
      {withdrawing !== null && (
        <ReasonDialog
          title={`收回 ${withdrawing.ids.length} 个岗位的授权`}
          words="收回以后，这些岗位马上不能再看、再改任何业务数据。"
          submitText="收回"
          onClose={() => setWithdrawing(null)}
          onReason={async (reason) => {
            const { changed } = await send(organisationApi.withdrawGrants, {
              body: { postIds: [...withdrawing.ids], reason },
            });
            notify(`已收回 ${changed} 个岗位的授权。`);
            refresh();
            withdrawing.done();
            setWithdrawing(null);
          }}
        />
      )}
    </div>
  );
}
