import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { PickInput } from '../../../../platform/web/form/pick-input.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DispatchSettingsJson, dispatchApi, type RuleJson } from '../../contract.ts';
import { type RuleKind, ruleKinds } from '../../domain/index.ts';
import { momentWords, todayHere } from '../parts/today.ts';
import { ruleFields, ruleNames, ruleOf, ruleWords, valuesOf } from './settings-form.ts';
import './cycle.css';

const route = getRouteApi('/dispatch/settings');

/** By what rules an office dispatches, each from a day on, and everything that was ever set. */
export function DispatchSettingsPage() {
  usePageTitle('调度设置');
  const { region } = route.useSearch();
  const navigate = route.useNavigate();
  const query = region === undefined ? {} : { regionId: region };
  const settings = useQuery(queryFor(dispatchApi.readDispatchSettings, { query }));
  return (
    <div className="page task-page cycle-settings">
      <header className="cycle-head">
        <h1>调度设置</h1>
        <Link to="/dispatch" search={{}}>
          各轮调度
        </Link>
      </header>
      <div className="settings-region">
        <label htmlFor="settings-region">哪个地区</label>
        <PickInput
          id="settings-region"
          of="region"
          several={false}
          value={settings.data?.region.id ?? region ?? null}
          onChange={(value) => void navigate({ search: typeof value === 'string' ? { region: value } : {} })}
        />
      </div>
      {settings.error !== null && settings.data === undefined ? (
        <Failure error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data === undefined ? (
        <Waiting lines={8} />
      ) : (
        <Rules key={`${settings.data.region.id} ${settings.data.revision}`} settings={settings.data} />
      )}
    </div>
  );
}

function Rules({ settings }: { readonly settings: DispatchSettingsJson }) {
  const [changing, setChanging] = useState<RuleKind | null>(null);
  return (
    <>
      <ul className="settings-rules">
        {ruleKinds.map((kind) => (
          <li key={kind} className="cycle-card">
            <h2>{ruleNames[kind]}</h2>
            <p>{heldWords(kind, settings)}</p>
            <p className="settings-from">{fromWords(kind, settings)}</p>
            {settings.may &&
              (changing === kind ? (
                <Change kind={kind} settings={settings} onDone={() => setChanging(null)} />
              ) : (
                <Button onClick={() => setChanging(kind)} aria-label={`修改${ruleNames[kind]}`}>
                  修改
                </Button>
              ))}
          </li>
        ))}
      </ul>
      <History settings={settings} />
    </>
  );
}

const heldWords = (kind: RuleKind, { rules }: DispatchSettingsJson): string =>
  kind === 'sign' && rules.sign === null
    ? '还没有设定，发不了督办函。'
    : ruleWords({ kind, content: rules[kind] } as RuleJson);

function fromWords(kind: RuleKind, { from, region }: DispatchSettingsJson): string {
  const found = from.find((each) => each.kind === kind);
  if (found === undefined) return kind === 'sign' ? '' : '没有人设定过，用通用的。';
  const who = found.region.id === region.id ? '本地区' : found.region.name;
  return `${who}定的，从 ${found.on} 起。`;
}

const dated: readonly Field[] = [
  { input: 'day', name: 'from', label: '从哪一天起', required: true, width: 3 },
  { input: 'long', name: 'reason', label: '为什么改', required: true, most: 500 },
];

/** Changes one kind of rule, or lets what holds above hold again. */
function Change({
  kind,
  settings,
  onDone,
}: {
  readonly kind: RuleKind;
  readonly settings: DispatchSettingsJson;
  onDone(): void;
}) {
  const client = useQueryClient();
  const { region, revision, rules, from } = settings;
  const isOwn = from.some((each) => each.kind === kind && each.region.id === region.id);
  const drop: Field = { input: 'check', name: 'drop', label: '不再单独规定', text: '按上级地区的（没有的按通用的）' };
  const kept = (values: Values) => values.drop !== true;
  const fields = [
    ...(isOwn ? [drop] : []),
    ...ruleFields[kind].map((field) => ({
      ...field,
      shown: (values: Values) => kept(values) && (field.shown?.(values) ?? true),
    })),
    ...dated,
  ];
  const change = async (values: Values): Promise<void> => {
    const rule = kept(values) ? ruleOf(kind, values) : ({ kind, content: null } as RuleJson);
    const body = { regionId: region.id, revision, rule, from: String(values.from), reason: String(values.reason) };
    await send(dispatchApi.changeDispatchSettings, { body });
    notify(`${ruleNames[kind]}已改。`);
    onDone();
    await client.invalidateQueries({ queryKey: keyOf(dispatchApi.readDispatchSettings) });
  };
  return (
    <DataForm
      label={`修改${ruleNames[kind]}`}
      fields={fields}
      initial={{ ...valuesOf(kind, rules), drop: false, from: todayHere() }}
      submitText="保存"
      onSubmit={change}
      onCancel={onDone}
    />
  );
}

/** Everything that was ever set in the region, the newest first. */
function History({ settings: { history } }: { readonly settings: DispatchSettingsJson }) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="settings-history">
      <h2 id="settings-history">历次修改</h2>
      <ol className="settings-history" reversed>
        {history.map(({ id, rule, from, reason, by, at }) => (
          <li key={id}>
            <p>
              <b>{ruleNames[rule.kind]}</b>，从 {from} 起：{ruleWords(rule)}
            </p>
            <p className="settings-from">
              {by}，{momentWords(at)}：{reason}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
