import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { organisationApi, type UnitJson } from '../../contract.ts';
import { unitKinds } from '../../domain/model.ts';
import { periodOf } from '../parts/period.ts';
import { useRefresh } from '../parts/refresh.ts';
import { Secret } from '../parts/secret.tsx';
import { LifeTag } from '../parts/tags.tsx';
import { unitBody, unitForm, unitValues } from './unit-form.ts';

interface Props {
  readonly id: string;
  onClose(): void;
}

/** One unit: what is known of it, who works there, and the form for whoever keeps the organisation. */
export function UnitDialog({ id, onClose }: Props) {
  const [editing, setEditing] = useState(false);
  const unit = useQuery(queryFor(organisationApi.readUnit, { params: { id } }));
  const mayWrite = useMay('organisation.write');
  const refresh = useRefresh();
  return (
    <Modal open title={unit.data?.name ?? '单位'} footer={null} onCancel={onClose} width={720} destroyOnHidden>
      {unit.data === undefined ? (
        unit.error === null ? (
          <Waiting />
        ) : (
          <Failure error={unit.error} onRetry={() => void unit.refetch()} />
        )
      ) : editing ? (
        <DataForm
          label={unit.data.name}
          fields={unitForm}
          initial={unitValues(unit.data)}
          submitText="保存"
          onCancel={() => setEditing(false)}
          onSubmit={async (values) => {
            await send(organisationApi.saveUnit, {
              params: { id },
              body: { ...unitBody(values), version: unit.data.version },
            });
            notify('单位已保存。');
            refresh();
            setEditing(false);
          }}
        />
      ) : (
        <>
          <Facts unit={unit.data} />
          {mayWrite && (
            <div className="org-buttons">
              <Button type="primary" onClick={() => setEditing(true)}>
                修改
              </Button>
            </div>
          )}
          <Posts unitId={id} />
        </>
      )}
    </Modal>
  );
}

function Facts({ unit }: { readonly unit: UnitJson }) {
  const { kind, regionName, parentName, aliases, creditCode, bankAccount, note, state } = unit;
  return (
    <dl className="org-facts">
      <dt>类型</dt>
      <dd>
        {unitKinds[kind]} <LifeTag state={state} /> <span className="org-faint">{periodOf(unit)}</span>
      </dd>
      <dt>地区</dt>
      <dd>{regionName}</dd>
      {parentName !== null && (
        <>
          <dt>上级单位</dt>
          <dd>{parentName}</dd>
        </>
      )}
      {aliases.length > 0 && (
        <>
          <dt>别名</dt>
          <dd>{aliases.join('、')}</dd>
        </>
      )}
      {creditCode !== null && (
        <>
          <dt>信用代码</dt>
          <dd>{creditCode}</dd>
        </>
      )}
      {bankAccount !== null && (
        <>
          <dt>银行账号</dt>
          <dd>
            <Secret
              shown={bankAccount}
              name="银行账号"
              reveal={async (reason) =>
                (
                  await send(organisationApi.revealUnit, {
                    params: { id: unit.id },
                    body: { field: 'bankAccount', reason },
                  })
                ).value
              }
            />
          </dd>
        </>
      )}
      {note !== '' && (
        <>
          <dt>备注</dt>
          <dd>{note}</dd>
        </>
      )}
    </dl>
  );
}

function Posts({ unitId }: { readonly unitId: string }) {
  const posts = useQuery(queryFor(organisationApi.listPosts, { query: { unitId, pageSize: 100 } }));
  const rows = posts.data?.rows ?? [];
  return (
    <section aria-label="岗位" className="org-section">
      <h2>岗位</h2>
      {posts.error !== null && <Failure error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.data !== undefined && rows.length === 0 && <p className="org-faint">还没有人在这个单位任职。</p>}
      <ul className="org-lines">
        {rows.map((post) => (
          <li key={post.id}>
            <span>
              <Link to="/admin/people" search={{ at: post.personId } as never}>
                {post.person}
              </Link>
              ，{post.title}
            </span>
            <span className="org-faint">{periodOf(post)}</span>
            {post.role !== null && <span className="org-tag">{post.role}</span>}
            <LifeTag state={post.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
