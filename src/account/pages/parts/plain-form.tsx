import { Button } from 'antd';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { ApiRefused } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';

interface Props {
  readonly label: string;
  readonly submitText: string;
  /** Sends; what it refuses is told above the fields, and the field that is meant gets the focus. */
  onSubmit(values: Readonly<Record<string, string>>): Promise<void>;
  /** Something wrong that the page knows before anything is sent: a sentence. */
  check?(values: Readonly<Record<string, string>>): string | null;
  onCancel?(): void;
  /** What happened before, until the first attempt. */
  readonly before?: string | null;
  readonly children: ReactNode;
}

/**
 * A small form for what is typed once and kept nowhere: passwords and codes. The browser's own form, so that its password
 * manager, Enter and Tab work as people know them.
 */
export function PlainForm({ label, submitText, onSubmit, check, onCancel, before, children }: Props) {
  const [sentences, setSentences] = useState<readonly string[]>(before ? [before] : []);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || form.current === null) return;
    const values = valuesOf(form.current);
    const wrong = check?.(values) ?? null;
    setSentences(wrong === null ? [] : [wrong]);
    if (wrong !== null) return;
    setBusy(true);
    try {
      await onSubmit(values);
    } catch (error) {
      setSentences(sentencesOf(error));
      focusOn(form.current, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} className="account-form" aria-label={label} onSubmit={(event) => void submit(event)} noValidate>
      <Refusals sentences={sentences} />
      {children}
      <div className="account-form-buttons">
        <Button type="primary" htmlType="submit" loading={busy} size="large">
          {submitText}
        </Button>
        {onCancel && (
          <Button size="large" onClick={onCancel}>
            取消
          </Button>
        )}
      </div>
    </form>
  );
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/** The field that a refusal names, or else the last one, which holds the secret. */
function focusOn(form: HTMLFormElement, error: unknown): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name]:not([type="hidden"])')];
  const field = error instanceof ApiRefused ? error.refusals[0]?.field : undefined;
  const meant = inputs.find(({ name }) => name === field) ?? inputs.at(-1);
  meant?.focus();
  meant?.select();
}
