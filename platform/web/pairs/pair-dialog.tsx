import { Modal } from 'antd';
import { DataForm } from '../form/data-form.tsx';
import type { Field, Values } from '../form/model.ts';

/** They are one; they are two; what was decided is taken back. */
export type PairAct = 'same' | 'other' | 'undo';

interface Props {
  readonly act: PairAct;
  readonly titles: Readonly<Record<PairAct, string>>;
  /** Which of the two stays. */
  readonly keep: {
    readonly label: string;
    readonly help: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
  /** What else is asked when they are one, with what stands there at first. */
  readonly fields?: readonly Field[];
  readonly initial?: Values;
  onSave(decision: { readonly reason: string; readonly keepId: string; readonly values: Values }): Promise<void>;
  onClose(): void;
}

/** Asks what a decision about a pair needs: which stays, and why. */
export function PairDialog({ act, titles, keep, fields = [], initial = {}, onSave, onClose }: Props) {
  const same = act === 'same';
  const first = keep.options[0]?.value ?? '';
  return (
    <Modal open title={titles[act]} footer={null} onCancel={onClose} width={600} destroyOnHidden>
      <DataForm
        label={titles[act]}
        fields={[
          ...(same ? [{ input: 'choice' as const, name: 'keepId', required: true, ...keep }, ...fields] : []),
          { input: 'long' as const, name: 'reason', label: '理由', required: true, most: 500 },
        ]}
        initial={same ? { keepId: first, ...initial } : {}}
        submitText="保存"
        onCancel={onClose}
        onSubmit={(values) => onSave({ reason: written(values.reason), keepId: written(values.keepId), values })}
      />
    </Modal>
  );
}

const written = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
