import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import type { ItemContent, ItemKind } from '../../../domain/model.ts';
import { kindWord, optionsOf } from '../../wording/words.ts';
import type { Writing } from '../view/view-state.ts';
import { useWorkbench } from '../workbench-context.ts';
import { ItemForm } from './item-form.tsx';
import './item.css';

interface Props {
  readonly addition: Extract<Writing, { what: 'addition' }>;
}

/** Makes an item of the words that were selected; what the machine can read out of them is filled in. */
export function ItemAddition({ addition }: Props) {
  const { actions, change, version } = useWorkbench();
  const { kind, place } = addition;
  const { source } = version;
  const words = source.text.slice(place.start - source.start, place.end - source.start);
  const [initial, setInitial] = useState<ItemContent | null>(null);
  const close = () => change({ do: 'write', writing: null });

  useEffect(() => {
    let wanted = true;
    void import('./read-words.ts').then(({ readWords }) => {
      if (wanted) setInitial(readWords(kind, words));
    });
    return () => {
      wanted = false;
    };
  }, [kind, words]);

  return (
    <div className="item-writing item-addition">
      <h3>补录{kindWord[kind]}</h3>
      <blockquote className="item-text">{words}</blockquote>
      <Segmented
        aria-label="补录为"
        options={optionsOf(kindWord)}
        value={kind}
        onChange={(next: string) =>
          change({ do: 'write', writing: { what: 'addition', kind: next as ItemKind, place } })
        }
      />
      {initial === null ? (
        <Waiting lines={4} />
      ) : (
        <ItemForm
          kind={kind}
          label={`补录${kindWord[kind]}`}
          initial={initial}
          before={null}
          submitText="补录"
          onSubmit={async (fields) => {
            const id = await actions.add(kind, place, { ...contentOf(initial), ...fields });
            close();
            if (id !== undefined) change({ do: 'look', id, from: 'structure', kind });
          }}
          onCancel={close}
        />
      )}
    </div>
  );
}

/** What the machine read, without the place: that comes from the selection. */
function contentOf(initial: ItemContent): Readonly<Record<string, unknown>> {
  const { start: _start, end: _end, path: _path, confidence: _confidence, rejected: _rejected, ...fields } = initial;
  if ('text' in fields) {
    const { text: _text, ...rest } = fields;
    return rest;
  }
  return fields;
}
