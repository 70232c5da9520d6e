import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Fault, Field, Values } from '../../../../platform/web/form/model.ts';

interface RowColumn<T> {
  readonly title: string;
  readonly end?: boolean;
  render(item: T, at: number): ReactNode;
}

interface Props<T> {
  readonly title: string;
  readonly id: string;
  /** One of them: `手续`. */
  readonly word: string;
  readonly items: readonly T[];
  readonly columns: readonly RowColumn<T>[];
  readonly fields: readonly Field[];
  readonly mayKeep: boolean;
  readonly empty: string;
  nameOf(item: T): string;
  valuesOf(item: T | null): Values;
  itemOf(values: Values): T;
  check?(values: Values): readonly Fault[];
  /** Saves the whole list as it is to be. */
  onSave(items: readonly T[]): Promise<void>;
  readonly children?: ReactNode;
}

/** A short list of things that belong to a project: each is added, changed and taken away in a window of its own. */
export function Rows<T>(props: Props<T>) {
  const { title, id, word, items, columns, mayKeep, empty, nameOf, onSave } = props;
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const put = async (item: T): Promise<void> => {
    const next = open === 'new' ? [...items, item] : items.map((each, at) => (at === open ? item : each));
    await onSave(next);
    setOpen(null);
  };
  const drop = async (): Promise<void> => {
    await onSave(items.filter((_, at) => at !== open));
    setOpen(null);
  };
  const current = typeof open === 'number' ? (items[open] ?? null) : null;
  return (
    <section aria-labelledby={id} className="project-part">
      <div className="page-part-head">
        <h2 id={id}>{title}</h2>
        {mayKeep && (
          <Button size="small" onClick={() => setOpen('new')}>
            添加{word}
          </Button>
        )}
      </div>
      {props.children}
      {items.length === 0 ? (
        <p className="pale">{empty}</p>
      ) : (
        <table className="page-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col" className={column.end ? 'page-end' : undefined}>
                  {column.title}
                </th>
              ))}
              {mayKeep && <th scope="col" className="visually-hidden-head" aria-label="操作" />}
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <tr key={nameOf(item)}>
                {columns.map((column) => (
                  <td key={column.title} data-label={column.title} className={column.end ? 'page-end' : undefined}>
                    {column.render(item, at)}
                  </td>
                ))}
                {mayKeep && (
                  <td className="page-act">
                    <Button size="small" aria-label={`修改${nameOf(item)}`} onClick={() => setOpen(at)}>
                      修改
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open !== null && (
        <Modal
          open
          title={current === null ? `添加${word}` : `修改${nameOf(current)}`}
          footer={null}
          onCancel={() => setOpen(null)}
          width={600}
          destroyOnHidden
        >
          <DataForm
            label={`${word}`}
            fields={props.fields}
            initial={props.valuesOf(current)}
            {...(props.check && { check: props.check })}
            submitText="保存"
            onCancel={() => setOpen(null)}
            onSubmit={(values) => put(props.itemOf(values))}
          >
            {current !== null && (
              <Button danger onClick={() => void drop()}>
                删去
              </Button>
            )}
          </DataForm>
        </Modal>
      )}
    </section>
  );
}

/** What a form holds, as text; empty is nothing. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
export const dayIn = (value: unknown): string | null => (textIn(value) === '' ? null : textIn(value));
export const fenIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
