import { setTimeout as pause } from 'node:timers/promises';
import { collectionApi } from '../../src/indicator/contract.ts';
import { shifted } from '../../src/kernel/index.ts';
import type { Victim } from './victim.ts';
import { ask, askOn, type Writer, writing } from './writers.ts';

/** Figures that one batch writes. */
export const batchSize = 120;
const [first, second] = ['projects-signed', 'projects-started'];
export const lastMonth = (): string => shifted(new Date().toISOString().slice(0, 7), -1);

/**
 * Writes batch after batch, as another system would: each batch puts its own number into every figure, so that half a batch
 * would be seen. A batch that got no answer is sent again under its key until there is one, every second time; the others
 * are left as they are.
 */
export function batchWriter(victim: Victim, name: string): Writer {
  return writing(async (count, kept) => {
    const figures = Array.from({ length: batchSize }, (_, at) => ({
      ...{ indicatorId: at % 2 === 0 ? first : second, period: lastMonth(), enterpriseId: `${name}-${at}` },
      ...{ value: count, reason: '试写' },
    }));
    const body = { key: `${name}-batch-${count}`, figures };
    const answer = await ask(victim, 'clerk', collectionApi.putFigures, { body });
    if (answer !== null) {
      kept.acknowledged.push(String(count));
      return true;
    }
    if (count % 2 === 0) {
      const again = await askOn(victim, 'clerk', collectionApi.putFigures, { body });
      if (again.saved !== batchSize) throw new Error(`batch ${count} was saved by halves: ${again.saved}`);
      kept.acknowledged.push(String(count));
      return true;
    }
    kept.unanswered.push(String(count));
    return false;
  });
}

/** A form that the clerk's unit fills in, and its sheet of last month. */
export async function makeSheet(victim: Victim): Promise<string> {
  const content = {
    ...({ name: '项目月报', note: '', rows: 'unit', role: 'part', frequency: 'month' } as const),
    columns: [first, second].map((indicatorId) => ({ indicatorId, required: true })),
    ...{ firstPeriod: lastMonth(), opensAfter: 1, dueAfter: 60, remindBefore: 0, units: ['lz-gxj'], chainId: null },
    ...{ chains: [], checks: { sums: [], ratios: [], cell: null } },
  };
  const form = await askOn(victim, 'office', collectionApi.createForm, { body: content });
  const params = { formId: form.id };
  await askOn(victim, 'office', collectionApi.setFormState, {
    params,
    body: { revision: form.revision, state: 'open' },
  });
  for (;;) {
    const { rows } = await askOn(victim, 'clerk', collectionApi.listSheets, { query: { scope: 'mine' } });
    const [sheet] = rows;
    if (sheet !== undefined) return sheet.id;
    await pause(100);
  }
}

/** Types one number after another into one cell, as autosave sends them. */
export function typist(victim: Victim, sheetId: string): Writer {
  const params = { sheetId };
  let revision: number | null = null;
  return writing(async (count, kept) => {
    if (revision === null) {
      const sheet = await ask(victim, 'clerk', collectionApi.readSheet, { params });
      if (sheet === null) return false;
      revision = sheet.cells.find(({ indicatorId }) => indicatorId === first)?.revision ?? 0;
    }
    const cell = { row: 'unit', indicatorId: first, value: count, reason: null, note: null, revision };
    const answer = await ask(victim, 'clerk', collectionApi.saveCells, { params, body: { cells: [cell] } });
    const saved = answer?.answers[0];
    if (saved !== undefined && saved.state !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
    revision = saved?.revision ?? null;
    (answer === null ? kept.unanswered : kept.acknowledged).push(String(count));
    return answer !== null;
  });
}
