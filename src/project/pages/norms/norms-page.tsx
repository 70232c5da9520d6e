import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ProjectNormsContentJson, type ProjectNormsJson, projectApi } from '../../contract.ts';
import { fenWords, normWords, positionNames } from '../../domain/index.ts';
import { textIn } from '../parts/rows.tsx';
import { today } from '../parts/words.ts';
import '../parts/project.css';

const route = getRouteApi('/projects/norms');
const stays = ['planned', 'waiting', 'started', 'completed', 'producing'] as const;
const limitNames = {
  silentYellow: '几个月没有报就提醒（黄）',
  silentRed: '几个月没有报算受阻（红）',
  behindYellow: '完成不到应完成的百分之几算滞后（黄）',
  behindRed: '完成不到应完成的百分之几算受阻（红）',
  lateRed: '逾期多少天转红',
  nearDays: '提前多少天提示临近（蓝）',
  overTotal: '超过总投资的百分之几提醒',
} as const;
type LimitName = keyof typeof limitNames;
const limitKeys = Object.keys(limitNames) as LimitName[];

/** How long things may take in a region, and when alarms speak. */
export function NormsPage() {
  const { region } = route.useSearch();
  const [open, setOpen] = useState(false);
  usePageTitle('项目的时限和界限');
  const norms = useQuery(queryFor(projectApi.readNorms, { query: region ? { regionId: region } : {} }));
  if (norms.error && norms.data === undefined)
    return <Failure error={norms.error} onRetry={() => void norms.refetch()} />;
  if (norms.data === undefined) return <Waiting />;
  const { content, owner, from, mayChange } = norms.data;
  return (
    <article className="page project-page page-narrow">
      <p className="page-back">
        <Link to="/projects">全部项目</Link>
      </p>
      <div className="page-head">
        <h1>{norms.data.region.name}项目的时限和界限</h1>
        {mayChange && (
          <Button type="primary" onClick={() => setOpen(true)}>
            修改
          </Button>
        )}
      </div>
      <p>
        {owner === null ? '用的是随程序带来的起始值' : `用的是${owner.name}定的`}，从 {from}
        起。改了以后从选定的那天起用，以前的日子照旧。
      </p>
      <h2>审批时限</h2>
      <table className="page-table">
        <thead>
          <tr>
            <th scope="col">手续</th>
            <th scope="col">受理后时限</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {content.permits.map((permit) => (
            <tr key={permit.kind}>
              <td data-label="手续">{permit.name}</td>
              <td data-label="受理后时限">{normWords(permit)}</td>
              <td data-label="出处">{permit.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>各阶段一般停留</h2>
      <p className="pale">项目自己写了计划月份的，按计划月份算。</p>
      <Facts>
        {content.stays.map(({ position, days }) => (
          <Fact key={position} name={positionNames[position]}>
            {days} 天
          </Fact>
        ))}
      </Facts>
      <h2>告警界限</h2>
      <Facts>
        {limitKeys.map((key) => (
          <Fact key={key} name={limitNames[key]}>
            {content.limits[key]}
          </Fact>
        ))}
      </Facts>
      <h2>投资规模分档</h2>
      <p>
        {content.thresholds.length === 0
          ? '没有设定，用已发布方案里写到的。'
          : content.thresholds.map((fen) => `${fenWords(fen)}以上`).join('、')}
      </p>
      {open && <ChangeDialog norms={norms.data} onClose={() => setOpen(false)} />}
    </article>
  );
}

function ChangeDialog({ norms, onClose }: { readonly norms: ProjectNormsJson; onClose(): void }) {
  const client = useQueryClient();
  const { content } = norms;
  const fields: readonly Field[] = [
    { input: 'day', name: 'from', label: '从哪一天起', required: true },
    ...content.permits.map(
      ({ kind, name, working }): Field => ({
        ...{ input: 'figure', name: `permit-${kind}`, label: name, unit: working ? '个工作日' : '天' },
        ...{ least: 1, required: true, width: 3 },
      }),
    ),
    ...stays.map(
      (position): Field => ({
        ...{
          input: 'figure',
          name: `stay-${position}`,
          label: `“${positionNames[position]}”停留`,
          unit: '天',
          least: 1,
          width: 3,
        },
      }),
    ),
    ...limitKeys.map(
      (key): Field => ({ input: 'figure', name: key, label: limitNames[key], least: 0, required: true, width: 3 }),
    ),
    { input: 'tags', name: 'thresholds', label: '投资规模分档（万元）', help: '例如 5000，按回车加一个。' },
  ];
  return (
    <Modal open title="修改时限和界限" footer={null} onCancel={onClose} width={720} destroyOnHidden>
      <DataForm
        label="修改时限和界限"
        fields={fields}
        initial={initialOf(content)}
        check={({ thresholds }) =>
          wansIn(thresholds).some((wan) => !Number.isSafeInteger(wan) || wan <= 0)
            ? [{ name: 'thresholds', sentence: '分档要写大于 0 的整数，单位万元。' }]
            : []
        }
        submitText="保存"
        onCancel={onClose}
        onSubmit={async (values) => {
          const from = textIn(values.from);
          const body = { regionId: norms.region.id, from, revision: from === norms.from ? norms.revision : 0 };
          await send(projectApi.changeNorms, { body: { ...body, content: contentIn(content, values) } });
          for (const endpoint of [projectApi.readNorms, projectApi.readThresholds, projectApi.readProject])
            void client.invalidateQueries({ queryKey: keyOf(endpoint) });
          notify('已保存，项目会重新看一遍。');
          onClose();
        }}
      />
    </Modal>
  );
}

const wansIn = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

const initialOf = ({ permits, stays: known, limits, thresholds }: ProjectNormsContentJson): Values => ({
  from: today(),
  ...Object.fromEntries(permits.map(({ kind, days }) => [`permit-${kind}`, days])),
  ...Object.fromEntries(known.map(({ position, days }) => [`stay-${position}`, days])),
  ...limits,
  thresholds: thresholds.map((fen) => String(fen / 1_000_000)),
});

function contentIn(before: ProjectNormsContentJson, values: Values): ProjectNormsContentJson {
  const figure = (name: string): number => Math.round(Number(values[name] ?? 0));
  return {
    permits: before.permits.map((permit) => {
      const days = figure(`permit-${permit.kind}`);
      return days === permit.days ? permit : { ...permit, days, source: `${permit.source}；本地区另定`.slice(0, 200) };
    }),
    stays: stays.flatMap((position) => {
      const days = figure(`stay-${position}`);
      const source = before.stays.find((each) => each.position === position)?.source ?? '';
      return days > 0 ? [{ position, days, source }] : [];
    }),
    limits: Object.fromEntries(limitKeys.map((key) => [key, figure(key)])) as ProjectNormsContentJson['limits'],
    thresholds: wansIn(values.thresholds)
      .map((wan) => wan * 1_000_000)
      .toSorted((a, b) => a - b),
  };
}
