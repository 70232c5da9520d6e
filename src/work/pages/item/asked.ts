import type { Field } from '../../../../platform/web/form/model.ts';
import type { WorkAction } from '../../domain/index.ts';

/** What is asked before something is done with an item; nothing: it is done at once. */
export interface Asked {
  readonly action: WorkAction;
  readonly button: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

const note = (label: string, most: number): Field => ({ input: 'long', name: 'note', label, most });
const reason: Field = { input: 'long', name: 'reason', label: '理由', required: true, most: 500 };

export const asked: Readonly<Record<WorkAction, Asked>> = {
  claim: { action: 'claim', button: '接办', title: '接办', fields: [] },
  release: { action: 'release', button: '放回', title: '放回', fields: [] },
  finish: { action: 'finish', button: '办结', title: '办结', fields: [note('办理结果（交办人会看到）', 2000)] },
  return: { action: 'return', button: '退回', title: '退回给交办人', fields: [reason] },
  urge: { action: 'urge', button: '催办', title: '催办', fields: [note('附一句话', 300)] },
  withdraw: { action: 'withdraw', button: '撤回', title: '撤回', fields: [reason] },
  reassign: {
    action: 'reassign',
    button: '改派',
    title: '改派',
    fields: [
      { input: 'pick', of: 'party', name: 'to', label: '改由谁承办', required: true },
      { input: 'day', name: 'dueOn', label: '新的期限', width: 3, help: '不填就不变' },
      note('说明', 500),
    ],
  },
};
