import { Button, Form } from 'antd';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { ApiRefused } from '../api.ts';
import { Refusals, sentencesOf } from '../feedback/failure.tsx';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { FieldInput } from './field-input.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import type { Fault, Field, Values } from './model.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useSaveKey } from './use-save-key.ts';
import { cleaned, faultsOf, missing, unfit } from './values.ts';
import './form.css';

interface Props {
  /** Read by screen readers as the form's name. */
  readonly label: string;
  readonly fields: readonly Field[];
  readonly initial: Values;
  /** Everything else that is wrong with the values, before they are sent. */
  check?(values: Values): readonly Fault[];
  /** Saves; what it throws is shown at its fields and nothing that was typed is lost. */
  onSubmit(values: Values): Promise<void>;
  onCancel?(): void;
  readonly submitText: string;
  /** Between the fields and the buttons. */
  readonly children?: ReactNode;
  /** With a name, what is typed is kept in this browser until it is saved or cancelled, and found again. */
  readonly draft?: string;
}

/**
 * The product's one form: Ctrl+Enter saves, Esc leaves, the first wrong field gets the focus, leaving the page with
 * something unsaved is asked about.
 */
export function DataForm(props: Props) {
  const { fields, onSubmit, onCancel, draft } = props;
  const [found] = useState(() => (draft === undefined ? null : draftOf(draft, fields)));
  const initial: Values = { ...props.initial, ...found?.values };
  const unsaved = useRef(found !== null);
  const [form] = Form.useForm<Record<string, unknown>>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const id = useId().replace(/\W/g, '');
  const values = (Form.useWatch([], form) ?? initial) as Values;
  const shown = fields.filter((field) => field.shown?.(values) ?? true);
  const focusNext = useFieldFocus(id, shown[0]?.name);

  const tell = (found: readonly Fault[]): void => {
    setFaults(found);
    focusNext(fields.find(({ name }) => found.some((fault) => fault.name === name))?.name);
  };
  const submit = async (): Promise<void> => {
    if (busy) return;
    const typed = cleaned(fields, { ...initial, ...form.getFieldsValue(true) });
    const empty = [...missing(fields, typed), ...unfit(fields, typed)];
    const wrong = empty.length > 0 ? empty : (props.check?.(typed) ?? []);
    tell(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    const before = unsaved.current;
    // Saving often leads to another page: nothing is lost by going there.
    unsaved.current = false;
    try {
      await onSubmit(typed);
      if (draft !== undefined) dropDraft(draft);
    } catch (error) {
      unsaved.current = before;
      if (error instanceof ApiRefused) tell(faultsOf(error.refusals, fields));
      else tell(sentencesOf(error).map((sentence) => ({ name: null, sentence })));
    } finally {
      setBusy(false);
    }
  };

  const cancel = (): void => {
    unsaved.current = false;
    if (draft !== undefined) dropDraft(draft);
    onCancel?.();
  };
  const startAgain = (): void => {
    form.setFieldsValue({ ...Object.fromEntries(fields.map(({ name }) => [name, undefined])), ...props.initial });
    unsaved.current = false;
    if (draft !== undefined) dropDraft(draft);
  };
  const noteChange = (changed: Values): void => {
    unsaved.current = true;
    setFaults((all) => all.filter(({ name }) => name === null || !Object.hasOwn(changed, name)));
    if (draft !== undefined) keepDraft(draft, fields, form.getFieldsValue(true));
  };

  useSaveKey(id, () => void submit());
  const leaveOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !onCancel || event.nativeEvent.isComposing || listIsOpen(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  return (
    <Form
      form={form}
      name={id}
      className="jw-form"
      layout="vertical"
      aria-label={props.label}
      initialValues={initial}
      onFinish={() => void submit()}
      onKeyDown={leaveOnEscape}
      onValuesChange={noteChange}
    >
      <LeaveGuard unsaved={unsaved} />
      {found && <DraftNote at={found.at} onDrop={startAgain} />}
      <Refusals sentences={faults.filter(({ name }) => name === null).map(({ sentence }) => sentence)} />
      <div className="jw-fields">
        {shown.map((field) => (
          <FormLine key={field.name} field={field} values={values} faults={faults} />
        ))}
      </div>
      {props.children}
      <div className="jw-form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {props.submitText}
        </Button>
        {onCancel && <Button onClick={cancel}>取消</Button>}
        <span className="jw-form-hint">Ctrl+回车 {props.submitText}</span>
      </div>
    </Form>
  );
}

const moments = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });

function DraftNote({ at, onDrop }: { readonly at: string; onDrop(): void }) {
  const [dropped, setDropped] = useState(false);
  if (dropped) return null;
  return (
    <p className="jw-draft-note" role="status">
      找回了 {moments.format(new Date(at))} 没有保存的内容。
      <Button
        type="link"
        onClick={() => {
          onDrop();
          setDropped(true);
        }}
      >
        不要了，重新填
      </Button>
    </p>
  );
}

interface LineProps {
  readonly field: Field;
  readonly values: Values;
  readonly faults: readonly Fault[];
}

function FormLine({ field, values, faults }: LineProps) {
  const wrong = faults.filter(({ name }) => name === field.name).map(({ sentence }) => sentence);
  const words = wrong.length > 0 ? wrong.join('') : field.help;
  return (
    <Form.Item
      name={field.name}
      {...(field.label !== '' && { label: field.label })}
      required={field.required ?? false}
      {...(words && { help: words })}
      {...(wrong.length > 0 && { validateStatus: 'error' as const })}
      className={`jw-w${field.width ?? 6}`}
    >
      <FieldInput field={field} values={values} {...(wrong.length > 0 && { 'aria-invalid': true })} />
    </Form.Item>
  );
}

/** Esc in an open list of suggestions closes the list, not the form. */
const listIsOpen = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[aria-expanded="true"]:is(input, [role="combobox"])') !== null;
