import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { useMay, useSession } from '../../../../platform/web/shell/session-context.ts';
import { organisationApi, type PersonJson, type PostJson } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';
import { Secret } from '../parts/secret.tsx';
import { LifeTag } from '../parts/tags.tsx';
import { addPostForm, personBody, personForm, personValues, postBody, postForm } from './person-form.ts';
import { PostLines } from './post-lines.tsx';

interface Props {
  readonly id: string;
  onClose(): void;
}

/** One person: what is known, the posts held, and the forms for whoever keeps the organisation. */
export function PersonDialog({ id, onClose }: Props) {
  const [step, setStep] = useState<'look' | 'edit' | 'add-post' | PostJson>('look');
  const person = useQuery(queryFor(organisationApi.readPerson, { params: { id } }));
  const mayWrite = useMay('organisation.write');
  const refresh = useRefresh();
  const done = (words: string): void => {
    notify(words);
    refresh();
    setStep('look');
  };
  const back = () => setStep('look');
  return (
    <Modal open title={person.data?.name ?? '人员'} footer={null} onCancel={onClose} width={680} destroyOnHidden>
      {person.data === undefined &&
        (person.error === null ? <Waiting /> : <Failure error={person.error} onRetry={() => void person.refetch()} />)}
      {person.data !== undefined && step === 'look' && (
        <>
          <Facts person={person.data} />
          {mayWrite && (
            <div className="org-buttons">
              <Button type="primary" onClick={() => setStep('add-post')}>
                给他岗位
              </Button>
              <Button onClick={() => setStep('edit')}>修改</Button>
            </div>
          )}
          <PostLines personId={id} {...(mayWrite && { onEdit: setStep })} />
        </>
      )}
      {person.data !== undefined && step === 'edit' && (
        <DataForm
          label="修改人员"
          fields={personForm}
          initial={personValues(person.data)}
          submitText="保存"
          onCancel={back}
          onSubmit={async (values) => {
            await send(organisationApi.savePerson, {
              params: { id },
              body: { ...personBody(values), version: person.data.version },
            });
            done('人员已保存。');
          }}
        />
      )}
      {step === 'add-post' && (
        <DataForm
          label="新增岗位"
          fields={addPostForm}
          initial={{}}
          submitText="保存"
          onCancel={back}
          onSubmit={async (values) => {
            await send(organisationApi.addPost, {
              body: { ...postBody(values), personId: id, unitId: String(values.unitId) },
            });
            done('岗位已新增。授权由安全管理员办理。');
          }}
        />
      )}
      {typeof step === 'object' && (
        <>
          <p>
            {step.unit}，{step.title}
          </p>
          <DataForm
            label="修改岗位"
            fields={postForm}
            initial={{ title: step.title, main: step.main, validFrom: step.validFrom, validTo: step.validTo }}
            submitText="保存"
            onCancel={back}
            onSubmit={async (values) => {
              await send(organisationApi.savePost, {
                params: { id: step.id },
                body: { ...postBody(values), version: step.version },
              });
              done('岗位已保存。');
            }}
          />
        </>
      )}
    </Modal>
  );
}

function Facts({ person: { id, phone, idNumber, email, note, state, validTo } }: { readonly person: PersonJson }) {
  const session = useSession();
  const mayReveal = useMay('person.sensitive') || session?.person?.id === id;
  const secret = (shown: string, name: string, field: 'phone' | 'idNumber') =>
    mayReveal ? (
      <Secret
        shown={shown}
        name={name}
        reveal={async (reason) =>
          (await send(organisationApi.revealPerson, { params: { id }, body: { field, reason } })).value
        }
      />
    ) : (
      shown
    );
  return (
    <dl className="org-facts">
      <dt>状态</dt>
      <dd>
        <LifeTag state={state} /> {validTo !== null && <span className="org-faint">{validTo} 离开</span>}
      </dd>
      <dt>电话</dt>
      <dd>{phone === null ? '没有登记' : secret(phone, '电话', 'phone')}</dd>
      <dt>证件号</dt>
      <dd>{idNumber === null ? '没有登记' : secret(idNumber, '证件号', 'idNumber')}</dd>
      {email !== null && (
        <>
          <dt>电子邮箱</dt>
          <dd>{email}</dd>
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
