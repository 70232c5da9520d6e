import { type ReactNode, useMemo } from 'react';
import { say } from '../../../../../platform/messages/index.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Fault, Values } from '../../../../../platform/web/form/model.ts';
import { faultsOf } from '../../../../../platform/web/form/values.ts';
import { checkContent, newFaults } from '../../../domain/content/check.ts';
import type { ItemContent, ItemKind } from '../../../domain/model.ts';
import { useWorkbench } from '../workbench-context.ts';
import { changedValues } from './changed-values.ts';
import { fieldsOf } from './item-fields.ts';
import { suggestionsOf } from './suggestions.ts';

interface Props {
  readonly kind: ItemKind;
  readonly label: string;
  /** The content that the form begins with. */
  readonly initial: ItemContent;
  /** The content as it is kept; null for a new item. */
  readonly before: ItemContent | null;
  /** Fields that are edited beside the form: table cells, groups of units. */
  readonly more?: Values;
  readonly submitText: string;
  /** Gets only what differs from `initial`. */
  onSubmit(fields: Values): Promise<void>;
  onCancel(): void;
  readonly children?: ReactNode;
}

/** The form of one item: fields by kind, checked by the same rules as on the server before anything is sent. */
export function ItemForm(props: Props) {
  const { kind, initial, before, more = {} } = props;
  const { version, index } = useWorkbench();
  const fields = useMemo(
    () => fieldsOf[kind](suggestionsOf(version.items, index.units)),
    [kind, version.items, index.units],
  );
  const check = (values: Values): readonly Fault[] => {
    const content = { ...initial, ...emptyWords(values), ...more } as never;
    const refusals = before === null ? checkContent(kind, content) : newFaults(kind, before as never, content);
    return faultsOf(
      refusals.map((refusal) => ({ ...refusal, message: say(refusal) })),
      fields,
    );
  };
  return (
    <DataForm
      label={props.label}
      fields={fields}
      initial={initial as unknown as Values}
      check={check}
      submitText={props.submitText}
      onSubmit={(values) => props.onSubmit(changedValues(initial, { ...emptyWords(values), ...more }))}
      onCancel={props.onCancel}
    >
      {props.children}
    </DataForm>
  );
}

/** Some words may be empty but never null: an indicator counted without a unit, a task without number. */
const emptyWords = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null && (name === 'no' || name === 'unit') ? '' : value,
    ]),
  );
