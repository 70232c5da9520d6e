import { Button, Form } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { ApiRefused } from '../api.ts';
import { Refusals, sentencesOf } from '../feedback/failure.tsx';
import { FieldInput } from './field-input.tsx';
import type { Fault, Field, Values } from './model.ts';
import { cleaned, faultsOf, missing } from './values.ts';
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
  readonly autoFocus?: boolean;
  onValues?(values: Values): void;
}

/** The product's one form: Ctrl+Enter saves, Esc leaves, the first wrong field gets the focus. */
export function DataForm(props: Props) {
  const { fields, initial, onSubmit, onCancel, autoFocus = true } = props;
  const [form] = Form.useForm<Record<string, unknown>>();
  const [general, setGeneral] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const id = useId().replace(/\W/g, '');
  const values = (Form.useWatch([], form) ?? initial) as Values;
  const shown = fields.filter((field) => field.shown?.(values) ?? true);
  const first = shown[0]?.name;

  useEffect(() => {
    if (autoFocus && first !== undefined) document.getElementById(`${id}_${first}`)?.focus();
  }, [autoFocus, id, first]);

  const tell = (faults: readonly Fault[]): void => {
    setGeneral(faults.filter((fault) => fault.name === null).map((fault) => fault.sentence));
    form.setFields(
      fields.map(({ name }) => ({
        name,
        errors: faults.filter((fault) => fault.name === name).map((fault) => fault.sentence),
      })),
    );
    const wrong = shown.find(({ name }) => faults.some((fault) => fault.name === name));
    if (wrong) document.getElementById(`${id}_${wrong.name}`)?.focus();
  };

  const submit = async (): Promise<void> => {
    if (busy) return;
    const typed = cleaned(fields, { ...initial, ...form.getFieldsValue(true) });
    const faults = [...missing(shown, typed), ...(props.check?.(typed) ?? [])];
    tell(faults);
    if (faults.length > 0) return;
    setBusy(true);
    try {
      await onSubmit(typed);
    } catch (error) {
      if (error instanceof ApiRefused) tell(faultsOf(error.refusals, fields));
      else setGeneral(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape' && onCancel && !listIsOpen(event.target)) {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };

  return (
    <Form
      form={form}
      name={id}
      className="jw-form"
      layout="vertical"
      requiredMark
      aria-label={props.label}
      initialValues={initial}
      onFinish={() => void submit()}
      onKeyDown={onKeyDown}
      onValuesChange={(_changed, all) => props.onValues?.(all as Values)}
      scrollToFirstError={false}
    >
      <Refusals sentences={general} />
      <div className="jw-fields">
        {shown.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.label}
            required={field.required ?? false}
            {...(field.help && { extra: field.help })}
            className={`jw-w${field.width ?? 6}`}
          >
            <FieldInput field={field} values={values} />
          </Form.Item>
        ))}
      </div>
      {props.children}
      <div className="jw-form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {props.submitText}
        </Button>
        {onCancel && <Button onClick={onCancel}>取消</Button>}
        <span className="jw-form-hint">Ctrl+回车 {props.submitText}</span>
      </div>
    </Form>
  );
}

/** Esc in an open list of suggestions closes the list, not the form. */
const listIsOpen = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[aria-expanded="true"]:is(input, [role="combobox"])') !== null;
