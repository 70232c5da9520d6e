import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Checking } from './checking.ts';
import type { EntryGridProps } from './props.ts';
import { judgeFailure } from './saving/judge.ts';
import { type Kept, openKept } from './saving/kept.ts';
import { type Offer, offerOf } from './saving/restore.ts';
import { Saver } from './saving/saver.ts';
import { Sheet, type Topic } from './sheet.ts';

/** Cells in one request: some hundred kilobytes, answered while the next ones are typed. */
const mostCells = 1000;

export interface Grid {
  readonly sheet: Sheet;
  readonly saver: Saver;
  readonly checking: Checking;
  /** What was left unsaved the last time, while nobody has decided on it. */
  readonly offer: Offer | null;
  decide(take: boolean): void;
}

/** Brings a grid to life: its sheet, what checks, saves and keeps it. The parts are the same as long as the page stands. */
export function useGrid(props: EntryGridProps): Grid {
  const { columns, rows, readOnly = null, storageKey } = props;
  const latest = useRef(props);
  latest.current = props;
  const [sheet] = useState(() => new Sheet(columns, rows, readOnly));
  sheet.sentencesId = useId();
  const checking = useMemo(() => new Checking(sheet), [sheet]);
  const kept = useRef<Kept | null>(null);
  const saver = useMemo(() => {
    const delegate: Kept = {
      add: (cells, saved) => kept.current?.add(cells, saved) ?? Promise.resolve(false),
      left: (again) => kept.current?.left(again) ?? Promise.resolve([]),
      forget: (ids) => kept.current?.forget(ids) ?? Promise.resolve(),
      forgetOwn: () => kept.current?.forgetOwn() ?? Promise.resolve(),
      close: () => kept.current?.close(),
    };
    return new Saver(sheet, {
      save: (changes, signal) => latest.current.save(changes, signal),
      judge: judgeFailure,
      kept: storageKey === null ? null : delegate,
      most: mostCells,
    });
  }, [sheet, storageKey]);
  checking.checks = {
    ...(props.check !== undefined && { check: props.check }),
    ...(props.checkSheet !== undefined && { checkSheet: props.checkSheet }),
  };
  // Checks that know more than before, since a history has come in.
  const { check, checkSheet } = props;
  useEffect(() => {
    if (check !== undefined || checkSheet !== undefined) checking.again();
  }, [checking, check, checkSheet]);
  useEffect(() => sheet.give(columns, rows, readOnly), [sheet, columns, rows, readOnly]);

  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    let isHere = true;
    if (storageKey !== null) {
      const opened = openKept(storageKey);
      kept.current = opened;
      const look = async (): Promise<void> => {
        const records = await opened.left(() => void look());
        const found = offerOf(records, sheet, Date.now());
        if (found === null) await opened.forget(records.map(({ id }) => id));
        else if (isHere) setOffer(found);
      };
      void look();
    }
    saver.start();
    checking.start();
    const online = (): void => saver.atOnce();
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') saver.atOnce();
    };
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      isHere = false;
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', hidden);
      saver.stop();
      checking.stop();
      kept.current?.close();
      kept.current = null;
    };
  }, [saver, sheet, checking, storageKey]);

  const decide = (take: boolean): void => {
    if (offer === null) return;
    setOffer(null);
    if (take) sheet.restore(offer.cells);
    void kept.current?.forget(offer.records);
  };
  return { sheet, saver, checking, offer, decide };
}

/** A value of the sheet that draws anew when it changed. */
export function useSheet<T>(sheet: Sheet, topic: Topic, read: () => T): T {
  const subscribe = useMemo(() => (listener: () => void) => sheet.listen(topic, listener), [sheet, topic]);
  return useSyncExternalStore(subscribe, read);
}
