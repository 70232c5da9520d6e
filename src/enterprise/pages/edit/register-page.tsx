import { getRouteApi, Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type EnterpriseRowJson, enterpriseApi } from '../../contract.ts';
import { textIn } from '../parts/dialog.tsx';
import { useTakeEnterprise } from '../parts/use-enterprise.ts';
import { today } from '../parts/words.ts';
import { contentFields, contentIn } from './content-form.tsx';
import '../parts/enterprise.css';

const route = getRouteApi('/enterprises/new');
const fields = [
  ...contentFields('office', null),
  {
    input: 'day',
    name: 'since',
    label: '从哪一天起是这样',
    width: 3,
    help: '缺省是今天；知道成立以来没有变过，就写成立日期。',
  },
] as const;

/** Registers an enterprise; those of the same name are shown first. */
export function RegisterPage() {
  const navigate = route.useNavigate();
  const take = useTakeEnterprise();
  const mayKeep = useMay('enterprise.keep');
  const [alike, setAlike] = useState<readonly EnterpriseRowJson[]>([]);
  const [seen, setSeen] = useState(false);
  usePageTitle('登记企业');
  if (!mayKeep)
    return (
      <Empty title="不能登记企业">
        <p>您的岗位没有登记和修改企业的权限。</p>
      </Empty>
    );
  const submit = async (values: Values): Promise<void> => {
    const content = contentIn(values, 'office');
    const query = { text: content.name, box: 'all' as const, pageSize: 20 };
    const found = (await send(enterpriseApi.listEnterprises, { query })).rows.filter(
      ({ name, shortName }) => name === content.name || shortName === content.name,
    );
    const isNew = found.some(({ id }) => !alike.some((each) => each.id === id));
    setAlike(found);
    if (found.length > 0 && (!seen || isNew)) {
      setSeen(false);
      notify('已有同名的企业，请先看一看。', { tone: 'bad' });
      return;
    }
    const since = textIn(values.since);
    const made = await send(enterpriseApi.registerEnterprise, {
      body: {
        content: { ...content, regionId: textIn(values.regionId) },
        ...(since !== '' && { since }),
        seen: found.map(({ id }) => id),
      },
    });
    take(made);
    notify('企业已登记。');
    await navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId: made.id } });
  };
  return (
    <article className="page page-narrow">
      <p className="page-back">
        <Link to="/enterprises">企业名录</Link>
      </p>
      <h1>登记企业</h1>
      <DataForm
        label="登记企业"
        draft="new-enterprise"
        fields={fields}
        initial={{ state: 'open', since: today() }}
        submitText="登记"
        onSubmit={submit}
        onCancel={() => void navigate({ to: '/enterprises' })}
      >
        {alike.length > 0 && <Alike rows={alike} seen={seen} onSeen={setSeen} />}
      </DataForm>
    </article>
  );
}

interface AlikeProps {
  readonly rows: readonly EnterpriseRowJson[];
  readonly seen: boolean;
  onSeen(seen: boolean): void;
}

function Alike({ rows, seen, onSeen }: AlikeProps) {
  return (
    <section className="enterprise-alike" role="alert" aria-label="同名的企业">
      <p>这些企业同名：</p>
      <ul>
        {rows.map(({ id, name, code, region }) => (
          <li key={id}>
            <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: id }}>
              {name}
            </Link>{' '}
            {region.name} {code ?? '没有代码'}
          </li>
        ))}
      </ul>
      <Checkbox checked={seen} onChange={({ target }) => onSeen(target.checked)}>
        看过了，不是同一家，仍要登记
      </Checkbox>
    </section>
  );
}
