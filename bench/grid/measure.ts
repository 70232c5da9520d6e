import type { Page } from 'playwright-core';
import { cannotRun, type GridStage, openGridStage } from '../../tests/grid/stage.ts';
import { cell } from '../../tests/grid/steps.ts';
import { timesOf } from '../load/figures.ts';

/** Milliseconds from an event to the frame in which what it did is painted. */
export interface Latency {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  /** What people do without looking; the others move the picture. */
  readonly isTyping: boolean;
  /** Times the same in an empty field on the same page. */
  readonly ratio: number;
}

export interface GridBench {
  readonly rows: number;
  readonly columns: number;
  readonly keys: readonly Latency[];
  /** Milliseconds for all cells at once. */
  readonly paste: { readonly cells: number; readonly p50: number; readonly most: number };
  readonly undo: { readonly p50: number; readonly most: number };
  /** The longest that the page did not answer while the paste was checked and saved in the background. */
  readonly longestTask: number;
}

const COLUMNS = 12;
const GOES = 60;
const PASTES = 5;

/** Measures the entry grid in a real browser, filled and with its checks and saving at work; null without a browser. */
export async function measureGrid(rows: number, say: (line: string) => void): Promise<GridBench | null> {
  if (cannotRun !== null) return null;
  say('准备网页……');
  const stage = await openGridStage();
  try {
    return await measured(stage, rows, say);
  } finally {
    await stage.close();
  }
}

async function measured(stage: GridStage, rows: number, say: (line: string) => void): Promise<GridBench> {
  const page = await stage.visitor();
  await page.goto(`/?rows=${rows}`);
  await cell(page, 0, 0).click();
  const text = tableText(rows);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await watchTasks(page);
  const [pastes, undos]: [number[], number[]] = [[], []];
  for (let go = 0; go < PASTES; go += 1) {
    say(`粘贴 ${go + 1}/${PASTES}……`);
    pastes.push(await timed(page, 'paste', 'Control+v'));
    await page.getByText('已保存', { exact: true }).waitFor({ timeout: 120_000 });
    if (go === PASTES - 1) break;
    undos.push(await timed(page, 'keydown', 'Control+z'));
    await page.getByText('已保存', { exact: true }).waitFor({ timeout: 120_000 });
  }
  const longestTask = await page.evaluate(() => Math.max(0, ...(window as unknown as Watched).tasks));
  say('按键……');
  await emptyField(page);
  const base = await keysOf(page, '空白输入框', async () => page.locator('#empty').focus(), ['5']);
  const start = async (): Promise<void> => {
    await page.locator('[role="grid"] input').focus();
    await page.keyboard.press('Control+Home');
  };
  const keys = [
    await keysOf(page, '在格里打一个数字', start, ['5']),
    await keysOf(page, '打完回车，到下一行', start, ['Enter'], '7'),
    await keysOf(page, '方向键到下一行', start, ['ArrowDown']),
    await keysOf(page, '方向键到下一列', start, ['ArrowRight', 'ArrowLeft']),
    await keysOf(page, '按住 Shift 选到下一行', start, ['Shift+ArrowDown']),
    await keysOf(page, '翻一页', start, ['PageDown'], undefined, false),
  ];
  const over = (times: Omit<Latency, 'ratio'>): Latency => ({ ...times, ratio: times.p50 / base.p50 });
  const [paste, undo] = [timesOf(pastes), timesOf(undos)];
  return {
    ...{ rows, columns: COLUMNS, keys: [base, ...keys].map(over), longestTask },
    paste: { cells: rows * COLUMNS, p50: paste.p50, most: paste.most },
    undo: { p50: undo.p50, most: undo.most },
  };
}

interface Watched {
  readonly tasks: number[];
  next: Promise<number>;
}

/** Keeps how long each task of more than 50 ms took. */
const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });

/** Presses a key and gives the milliseconds from the event to the end of the frame after it. */
async function timed(page: Page, type: 'keydown' | 'paste', key: string): Promise<number> {
  await page.evaluate((heard) => {
    const next = new Promise<number>((resolve) => {
      const hear = (event: Event): void => {
        if (event instanceof KeyboardEvent && ['Control', 'Shift'].includes(event.key)) return;
        removeEventListener(heard, hear, true);
        requestAnimationFrame(() => {
          // A message is heard after the frame has been painted.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        });
      };
      addEventListener(heard, hear, true);
    });
    Object.assign(window, { next });
  }, type);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as Watched).next);
}

async function keysOf(
  page: Page,
  name: string,
  start: () => Promise<void>,
  keys: readonly string[],
  first?: string,
  isTyping = true,
): Promise<Omit<Latency, 'ratio'>> {
  await start();
  const times: number[] = [];
  for (let go = 0; go < GOES; go += 1) {
    if (first !== undefined) await page.keyboard.press(first);
    times.push(await timed(page, 'keydown', keys[go % keys.length] ?? ''));
  }
  await page.keyboard.press('Escape');
  // The first ones warm up.
  const { count, p50, p95 } = timesOf(times.slice(5));
  return { name, isTyping, count, p50, p95 };
}

const emptyField = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { id: 'empty' });
    field.style.cssText = 'position: fixed; bottom: 0; left: 0; z-index: 9';
    document.body.append(field);
  });

const tableText = (rows: number): string =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => String(100 + row + column)).join('\t'),
  ).join('\r\n');
