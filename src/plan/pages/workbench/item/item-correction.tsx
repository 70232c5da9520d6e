import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { say } from '../../../../../platform/messages/index.ts';
import type { Values } from '../../../../../platform/web/form/model.ts';
import type { TaskItem } from '../../../../document/index.ts';
import type { PlanItem } from '../../../domain/model.ts';
import { titleOf } from '../../wording/titles.ts';
import { kindWord } from '../../wording/words.ts';
import { conflictOf, type EditConflict } from '../draft/edit-conflict.ts';
import { useWorkbench } from '../workbench-context.ts';
import { ConflictNote } from './conflict-note.tsx';
import { GroupsEditor } from './groups-editor.tsx';
import { ItemForm } from './item-form.tsx';
import { TableGrid } from './table-grid.tsx';

/** When the form goes, the keyboard is where it was: on the row. */
function backToRow(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('.jw-item.jw-current')?.focus();
}

/** Corrects an item in its place in the list, with the document still beside it. */
export function ItemCorrection({ item }: { readonly item: PlanItem }) {
  const { actions, change, version, view } = useWorkbench();
  // The form keeps what it began with: a later answer of the server must not change fields under the hand.
  const [opened] = useState(item);
  const [more, setMore] = useState<Values>({});
  const [conflict, setConflict] = useState<EditConflict | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form is taller than what it replaces: bring all of it into sight, or at least its beginning.
    const timer = setTimeout(() => {
      const slot = box.current?.closest('.jw-slot');
      const room = box.current?.closest('.jw-grid')?.clientHeight ?? 0;
      slot?.scrollIntoView({ block: slot.clientHeight > room ? 'start' : 'nearest' });
    }, 80);
    return () => {
      clearTimeout(timer);
      requestAnimationFrame(backToRow);
    };
  }, []);
  const close = () => change({ do: 'write', writing: null });
  const { selected } = view;
  const newPlace =
    selected !== null && (selected.start !== opened.content.start || selected.end !== opened.content.end);

  const save = async (fields: Values): Promise<void> => {
    if (Object.keys(fields).length === 0) return close();
    try {
      await actions.correct(opened.id, fields);
      close();
    } catch (error) {
      const met = conflictOf(error);
      if (met === null) throw error;
      setConflict(met);
    }
  };

  return (
    <div className="item-writing" ref={box}>
      <h3>
        更正{kindWord[opened.kind]} {opened.id}：{titleOf(opened)}
      </h3>
      {conflict && <ConflictNote conflict={conflict} itemId={opened.id} />}
      <ItemForm
        kind={opened.kind}
        label={`更正 ${opened.id}`}
        initial={opened.content}
        before={item.content}
        more={more}
        submitText={conflict ? '仍按我的保存' : '保存'}
        onSubmit={save}
        onCancel={close}
      >
        {opened.kind === 'table' && <TableGrid table={{ ...opened.content, ...more }} onChange={setMore} />}
        {opened.kind === 'task' && opened.content.groups.length > 0 && (
          <GroupsEditor groups={(more as Partial<TaskItem>).groups ?? opened.content.groups} onChange={setMore} />
        )}
        {newPlace && (
          <p className="item-place">
            <Button onClick={() => setMore({ ...more, ...selected })}>
              把出处改为选中的 {selected.end - selected.start} 字
            </Button>
            {more.start === selected.start && more.end === selected.end && <span>保存后生效</span>}
          </p>
        )}
        {version.draft === null && <p>{say({ code: 'draft-missing' })}</p>}
      </ItemForm>
    </div>
  );
}
