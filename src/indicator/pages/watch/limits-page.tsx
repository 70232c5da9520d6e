import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { PickInput } from '../../../../platform/web/form/pick-input.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type LimitsJson,
  type LimitsPreviewJson,
  type WatchLimitsJson,
  warningRuleNames,
  watchApi,
} from '../../contract.ts';
import { momentWords } from '../cell/moment.ts';
import { faultsIn, heldWords, limitFields, limitsOf, valuesOf } from './limits-form.ts';
import './watch.css';

const route = getRouteApi('/warnings/limits');

/** When each rule speaks, region by region, and what a change would do on today's figures. */
export function LimitsPage() {
  const { region } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('预警规则和界限');
  const query = region === undefined ? {} : { regionId: region };
  const limits = useQuery(queryFor(watchApi.readWatchLimits, { query }));
  return (
    <div className="page watch-page watch-one">
      <div className="watch-head">
        <h1>预警规则和界限</h1>
        <Link to="/warnings">回到预警</Link>
      </div>
      <div className="watch-region">
        <label htmlFor="watch-region">看哪个地区</label>
        <PickInput
          id="watch-region"
          of="region"
          several={false}
          value={limits.data?.region.id ?? null}
          onChange={(value) => void navigate({ search: typeof value === 'string' ? { region: value } : {} })}
        />
      </div>
      {limits.error !== null && limits.data === undefined ? (
        <Failure error={limits.error} onRetry={() => void limits.refetch()} />
      ) : limits.data === undefined ? (
        <Waiting lines={8} />
      ) : (
        <Limits key={`${limits.data.region.id} ${limits.data.revision}`} answer={limits.data} />
      )}
    </div>
  );
}

function Limits({ answer }: { readonly answer: WatchLimitsJson }) {
  const mayChange = useMay('indicator.define');
  const client = useQueryClient();
  const [tried, setTried] = useState<Tried | null>(null);
  const regionId = answer.region.id;
  const change = async (limits: LimitsJson | null, reason: string): Promise<void> => {
    const body = { regionId, revision: answer.revision, limits, reason };
    await send(watchApi.changeWatchLimits, { body });
    notify('界限已改，服务会在几分钟内按新界限看一遍。');
    await client.invalidateQueries({ queryKey: keyOf(watchApi.readWatchLimits) });
  };
  const tryOut = async (values: Values): Promise<void> => {
    const limits = limitsOf(values, answer.usual);
    setTried({ limits, preview: await send(watchApi.previewWatchLimits, { body: { regionId, limits } }) });
  };
  return (
    <>
      <Origin answer={answer} />
      {mayChange ? (
        <DataForm
          label="预警规则和界限"
          fields={limitFields}
          initial={valuesOf(answer.limits, answer.usual)}
          submitText="试算：今天会有多少"
          check={faultsIn}
          onSubmit={tryOut}
        />
      ) : (
        <RulesHeld limits={answer.limits} />
      )}
      {tried !== null && (
        <section aria-labelledby="watch-tried">
          <h2 id="watch-tried">{answer.region.name}今天会有多少预警</h2>
          <PreviewTable preview={tried.preview} />
          <DataForm
            label="保存界限"
            fields={[reason]}
            initial={{}}
            submitText="保存这些界限"
            onSubmit={(values) => change(tried.limits, String(values.reason ?? ''))}
            onCancel={() => setTried(null)}
          />
        </section>
      )}
      {mayChange && answer.from?.id === regionId && (
        <section aria-labelledby="watch-drop">
          <h2 id="watch-drop">不再单独规定</h2>
          <DataForm
            label="不再单独规定"
            fields={[reason]}
            initial={{}}
            submitText="取消本地区的界限"
            onSubmit={(values) => change(null, String(values.reason ?? ''))}
          />
        </section>
      )}
    </>
  );
}

/** For whoever changes nothing: what is watched, in words. */
const RulesHeld = ({ limits }: { readonly limits: LimitsJson }) => (
  <>
    <h2>现在的规则</h2>
    <ul>
      {heldWords(limits).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  </>
);

interface Tried {
  readonly limits: LimitsJson;
  readonly preview: LimitsPreviewJson;
}

const reason: Field = { input: 'long', name: 'reason', label: '为什么改', required: true, most: 500 };

/** Where the limits that hold come from. */
const Origin = ({ answer: { region, from, changed, others } }: { readonly answer: WatchLimitsJson }) => (
  <Facts>
    <Fact name="地区">{region.name}</Fact>
    <Fact name="界限的来历">
      {from === null ? '随程序带来的' : from.id === region.id ? '本地区定的' : `${from.name}定的`}
    </Fact>
    {changed !== null && (
      <Fact name="最近一次修改">
        {changed.by}，{momentWords(changed.at)}：{changed.reason}
      </Fact>
    )}
    {others.length > 0 && <Fact name="另有规定的">{others.map(({ name }) => name).join('、')}</Fact>}
  </Facts>
);

const PreviewTable = ({ preview: { rules, looked, of, whole } }: { readonly preview: LimitsPreviewJson }) => (
  <>
    {!whole && (
      <p className="watch-next">
        范围太大，只试了 {of} 处中的 {looked} 处，下面只是这一部分的数。
      </p>
    )}
    <ScrollRegion className="watch-table" aria-label="各规则的预警数">
      <table>
        <thead>
          <tr>
            <th scope="col">规则</th>
            <th scope="col" className="watch-figure">
              现在（条）
            </th>
            <th scope="col" className="watch-figure">
              按新界限（条）
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, now, would }) => (
            <tr key={rule}>
              <th scope="row">{warningRuleNames[rule]}</th>
              <td className="watch-figure">{now}</td>
              <td className="watch-figure">{would}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  </>
);
