import { Button, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import { type ProjectJson, projectApi } from '../../contract.ts';
import { comparePositions, type Position, positionNames, positions } from '../../domain/index.ts';
import { checkFacts, factFields, factsIn, factValues } from '../new/facts-form.ts';
import { fenIn, textIn } from '../parts/rows.tsx';
import { useChange, useTakeProject } from '../parts/use-project.ts';
import { today } from '../parts/words.ts';

type What = 'step' | 'facts' | 'means' | 'before' | 'back' | 'withdraw' | 'restore' | 'place';

const titles: Readonly<Record<What, string>> = {
  ...{ step: '进入下一阶段', facts: '修改基本情况', means: '修改土地和用能', before: '以前完成的投资' },
  ...{ back: '阶段退回', withdraw: '退库', restore: '重新入库', place: '变更归属' },
};
const option = (position: Position) => ({ value: position, label: positionNames[position] });

/** What can be done with the project now. */
export function Actions({ project }: { readonly project: ProjectJson }) {
  const [open, setOpen] = useState<What | null>(null);
  const { keep, review, steps } = project.may;
  if (!keep && !review) return null;
  const isOut = project.withdrawnOn !== null;
  const more: readonly What[] = [
    ...(keep ? (['facts', 'means', 'before'] as const) : []),
    ...(review ? (['place'] as const) : []),
    ...(review && !isOut && project.position !== 'planned' ? (['back'] as const) : []),
    ...(review ? ([isOut ? 'restore' : 'withdraw'] as const) : []),
  ];
  return (
    <div className="page-buttons">
      {keep && steps.length > 0 && (
        <Button type="primary" onClick={() => setOpen('step')}>
          进入下一阶段
        </Button>
      )}
      <MenuButton items={more.map((key) => ({ key, label: titles[key], onClick: () => setOpen(key) }))}>
        更多
      </MenuButton>
      {open !== null && <Dialog project={project} what={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

interface DialogProps {
  readonly project: ProjectJson;
  readonly what: What;
  onClose(): void;
}

function Dialog({ project, what, onClose }: DialogProps) {
  const take = useTakeProject();
  const change = useChange(project);
  const params = { projectId: project.id };
  const { revision } = project;
  const submit = async (values: Values): Promise<void> => {
    const text = (name: string): string => textIn(values[name]);
    const reason = text('reason');
    switch (what) {
      case 'facts':
        return change({ facts: factsIn(values) });
      case 'before':
        return change({ before: text('until') === '' ? null : { fen: fenIn(values.fen), until: text('until') } });
      case 'means':
        return change({ means: meansIn(project, values) });
      case 'step': {
        const body = { revision, position: text('position') as Position, on: text('on'), evidence: text('evidence') };
        const files = Array.isArray(values.files) ? values.files.map(String) : [];
        return void take(await send(projectApi.stepProject, { params, body: { ...body, files, note: text('note') } }));
      }
      case 'back': {
        const body = { revision, position: text('position') as Position, reason };
        return void take(await send(projectApi.backProject, { params, body }));
      }
      case 'withdraw':
      case 'restore': {
        const endpoint = what === 'withdraw' ? projectApi.withdrawProject : projectApi.restoreProject;
        return void take(await send(endpoint, { params, body: { revision, on: text('on'), reason } }));
      }
      case 'place': {
        const chainId = text('chainId') === '' ? null : text('chainId');
        const body = { revision, unitId: text('unitId'), regionId: text('regionId'), chainId, reason };
        return void take(await send(projectApi.placeProject, { params, body }));
      }
    }
  };
  return (
    <Modal
      open
      title={titles[what]}
      footer={null}
      onCancel={onClose}
      width={what === 'facts' ? 720 : 560}
      destroyOnHidden
    >
      <DataForm
        label={titles[what]}
        fields={fieldsOf(project, what)}
        initial={initialOf(project, what)}
        {...(what === 'facts' && { check: checkFacts })}
        submitText="保存"
        onCancel={onClose}
        onSubmit={async (values) => {
          await submit(values);
          notify('已保存。');
          onClose();
        }}
      />
    </Modal>
  );
}

const reasonField: Field = { input: 'long', name: 'reason', label: '理由', required: true, most: 500 };

function fieldsOf(project: ProjectJson, what: What): readonly Field[] {
  switch (what) {
    case 'facts':
      return factFields;
    case 'before':
      return [
        { input: 'money', name: 'fen', label: '开始按月报以前完成', unit: 'wan', width: 3 },
        { input: 'text', name: 'until', label: '截至哪个月', most: 7, width: 3, help: '写成 2026-03；空着就是没有。' },
      ];
    case 'means':
      return [
        { input: 'figure', name: 'landNeeded', label: '需要用地', unit: '亩', least: 0, width: 3 },
        { input: 'figure', name: 'landGiven', label: '已供用地', unit: '亩', least: 0, width: 3 },
        { input: 'figure', name: 'energyTonnes', label: '年综合能耗', unit: '吨标准煤', least: 0, width: 3 },
        { input: 'figure', name: 'powerKilowatts', label: '用电负荷', unit: '千瓦', least: 0, width: 3 },
        { input: 'long', name: 'note', label: '说明', most: 2000 },
      ];
    case 'step':
      return [
        {
          input: 'choice',
          name: 'position',
          label: '到了',
          required: true,
          width: 3,
          options: project.may.steps.map(option),
        },
        { input: 'day', name: 'on', label: '日期', required: true, width: 3 },
        {
          input: 'text',
          name: 'evidence',
          label: '凭据',
          required: true,
          most: 300,
          help: '文件名称和文号，例如施工许可证、竣工验收意见。',
        },
        {
          ...{ input: 'several', name: 'files', label: '已上传的照片和材料' },
          options: project.files.map(({ id, name, takenOn }) => ({ value: id, label: `${takenOn} ${name}` })),
          shown: () => project.files.length > 0,
        },
        { input: 'long', name: 'note', label: '说明', most: 2000 },
      ];
    case 'back':
      return [
        {
          ...{ input: 'choice', name: 'position', label: '退回到', required: true },
          options: positions.filter((position) => comparePositions(position, project.position) < 0).map(option),
        },
        reasonField,
      ];
    case 'withdraw':
    case 'restore':
      return [{ input: 'day', name: 'on', label: '日期', required: true }, reasonField];
    case 'place':
      return [
        { input: 'pick', name: 'unitId', label: '管理单位', of: 'unit', required: true },
        { input: 'pick', name: 'regionId', label: '地区', of: 'region', required: true, width: 3 },
        { input: 'pick', name: 'chainId', label: '产业链', of: 'chain', width: 3 },
        reasonField,
      ];
  }
}

function initialOf(project: ProjectJson, what: What): Values {
  const { content } = project;
  switch (what) {
    case 'facts':
      return factValues(content.facts);
    case 'before':
      return { fen: content.before?.fen ?? null, until: content.before?.until ?? '' };
    case 'means': {
      const mu = (value: number | null): number | null => (value === null ? null : value / 100);
      const { landNeeded, landGiven, energyTonnes, powerKilowatts, note } = content.means;
      return { landNeeded: mu(landNeeded), landGiven: mu(landGiven), energyTonnes, powerKilowatts, note };
    }
    case 'step':
      return { position: project.may.steps[0], on: today(), files: [] };
    case 'place':
      return { unitId: project.unit.id, regionId: project.region.id, chainId: project.chain?.id ?? null };
    default:
      return { on: today() };
  }
}

function meansIn({ content }: ProjectJson, values: Values): ProjectJson['content']['means'] {
  const whole = (value: unknown, times = 1): number | null =>
    typeof value === 'number' ? Math.round(value * times) : null;
  return {
    ...content.means,
    ...{ landNeeded: whole(values.landNeeded, 100), landGiven: whole(values.landGiven, 100) },
    ...{ energyTonnes: whole(values.energyTonnes), powerKilowatts: whole(values.powerKilowatts) },
    note: textIn(values.note),
  };
}
