import { useEffect, useMemo, useRef, useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { remember, remembered } from '../../../../platform/web/remembered.ts';
import { type DiagnosisJson, diagnosisApi } from '../../contract.ts';
import type { AnswerValue, Hand } from '../../domain/index.ts';

export interface Kept {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly revision: number;
}
export type SaveState = 'saved' | 'saving' | 'unsaved';

const pauseMs = 500;
const retryMs = 3_000;

/**
 * Answers as they are typed: each is kept in this browser at once, sent a moment later, and sent again when the line is back.
 * What could not be sent is found again after the page was closed.
 */
export function useAnswers(diagnosis: DiagnosisJson, hand: Hand, personId: string, enabled: boolean) {
  const key = `diagnosis.${personId}.${diagnosis.id}.${hand}`;
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(() => startOf(diagnosis, hand, enabled ? key : null));
  const [unsent, setUnsent] = useState<ReadonlySet<string>>(() => new Set(enabled ? Object.keys(stored(key)) : []));
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [state, setState] = useState<SaveState>(unsent.size > 0 ? 'unsaved' : 'saved');
  const now = useRef({ kept, unsent });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const busy = useRef(false);

  const put = (next: ReadonlyMap<string, Kept>, left: ReadonlySet<string>): void => {
    now.current = { kept: next, unsent: left };
    setKept(next);
    setUnsent(left);
    const some = Object.fromEntries([...left].map((id) => [id, next.get(id)]));
    remember(key, left.size === 0 ? null : JSON.stringify(some));
  };
  const later = (ms: number): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), ms);
  };

  async function flush(): Promise<boolean> {
    if (busy.current || now.current.unsent.size === 0) return now.current.unsent.size === 0;
    busy.current = true;
    setState('saving');
    const sent = new Map([...now.current.unsent].slice(0, 100).map((id) => [id, now.current.kept.get(id)] as const));
    const answers = [...sent].flatMap(([questionId, each]) =>
      each === undefined
        ? []
        : [{ questionId, value: each.value as string | null, note: each.note, revision: each.revision }],
    );
    try {
      const endpoint = hand === 'self' ? diagnosisApi.saveAnswers : diagnosisApi.saveInspection;
      const saved = await send(endpoint, { params: { diagnosisId: diagnosis.id }, body: { answers } });
      const next = new Map(now.current.kept);
      const left = new Set(now.current.unsent);
      const wrong = new Map<string, string>();
      for (const { questionId, revision, state: became, value, note, by, message } of saved.answers) {
        const mine = next.get(questionId);
        const isSame = mine === sent.get(questionId);
        if (became === 'refused') wrong.set(questionId, message ?? '');
        if (became === 'conflict') {
          next.set(questionId, { value: value ?? null, note: note ?? '', revision });
          notify(`${by ?? '别人'}刚改过一道题，已换成他的回答。`, {
            ...(mine !== undefined && {
              action: { label: '改回我的', run: () => change(questionId, mine.value, mine.note) },
            }),
          });
        } else if (mine !== undefined) next.set(questionId, { ...mine, revision });
        if (isSame || became === 'conflict') left.delete(questionId);
      }
      setFaults(wrong);
      put(next, left);
      setState(wrong.size > 0 ? 'unsaved' : left.size > 0 ? 'saving' : 'saved');
      busy.current = false;
      if (left.size > 0) later(pauseMs);
      return left.size === 0 && wrong.size === 0;
    } catch {
      busy.current = false;
      setState('unsaved');
      later(retryMs);
      return false;
    }
  }

  function change(questionId: string, value: AnswerValue | null, note?: string): void {
    const before = now.current.kept.get(questionId);
    const next = new Map(now.current.kept);
    next.set(questionId, { value, note: note ?? before?.note ?? '', revision: before?.revision ?? 0 });
    put(next, new Set(now.current.unsent).add(questionId));
    setState('saving');
    later(pauseMs);
  }

  const again = useRef(flush);
  again.current = flush;
  useEffect(() => {
    if (!enabled) return;
    const back = (): void => void again.current();
    window.addEventListener('online', back);
    back();
    return () => {
      window.removeEventListener('online', back);
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [enabled]);

  const values = useMemo(
    () => new Map([...kept].flatMap(([id, { value }]) => (value === null ? [] : [[id, value] as const]))),
    [kept],
  );
  return { kept, values, change, flush, state, unsaved: unsent.size, faults };
}

function startOf(diagnosis: DiagnosisJson, hand: Hand, key: string | null): ReadonlyMap<string, Kept> {
  const of = new Map<string, Kept>(
    diagnosis[hand].map(({ questionId, value, note, revision }) => [questionId, { value, note, revision }]),
  );
  for (const [id, each] of Object.entries(key === null ? {} : stored(key))) of.set(id, each);
  return of;
}

function stored(key: string): Readonly<Record<string, Kept>> {
  try {
    const found: unknown = JSON.parse(remembered(key) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Record<string, Kept>) : {};
  } catch {
    return {};
  }
}
