import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectClean } from '../journeys/axe-clean.ts';
import { type ChartStage, cannotRun, openChartStage } from './stage.ts';

const screens = [
  ['wide, light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['wide, dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }],
  ['narrow, light', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }],
  ['narrow, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const;

/** Words of pictures that reach out of them, or lie on each other. */
const wordsAstray = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.jw-chart-picture > svg')].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const words = [...svg.querySelectorAll('text')]
        .filter(({ textContent }) => textContent !== '')
        .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }));
      const cut = words.filter(({ box }) => box.left < frame.left - 2 || box.right > frame.right + 2);
      const upon = words.filter(({ box: a }, at) =>
        words.slice(at + 1).some(({ box: b }) => {
          const [wide, tall] = [
            Math.min(a.right, b.right) - Math.max(a.left, b.left),
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
          ];
          // Boxes of lines are higher than their characters.
          return wide > 1 && tall > 4;
        }),
      );
      return [...cut, ...upon].map(({ text }) => text);
    }),
  );

describe.skipIf(cannotRun !== null)('charts in a browser', () => {
  let stage: ChartStage;
  beforeAll(async () => {
    stage = await openChartStage();
  });
  afterAll(() => stage?.close());

  test.each(screens)('%s: no violation, nothing sideways, no word cut off or upon another', async (name, options) => {
    const page = await stage.visitor(options);
    await expectClean(page, name);
    expect(await wordsAstray(page)).toEqual([]);
    const buttons = page.getByRole('button', { name: '看表格' });
    // An open one is called otherwise, and the next takes its place.
    while ((await buttons.count()) > 0) await buttons.first().click();
    await expectClean(page, `${name}, as tables`);
    expect(stage.faults).toEqual([]);
    await page.context().close();
  });

  test('keys walk over the points, which are told with all their figures', async () => {
    const page = await stage.visitor();
    const points = page.getByRole('slider', { name: '月份，逐点看' });
    await points.focus();
    expect(await points.getAttribute('aria-valuetext')).toBe(
      '2025年8月，本年 340 亿元（初步数），上年 325 亿元，目标 334 亿元',
    );
    await page.keyboard.press('End');
    expect(await points.getAttribute('aria-valuetext')).toContain(
      '预计 530 亿元，80% 区间下限 500 亿元，80% 区间上限 560 亿元',
    );
    const map = page.getByRole('slider', { name: '地区，用方向键逐个看' }).first();
    await map.focus();
    const walked: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowLeft']) {
      await page.keyboard.press(key);
      walked.push(await map.getAttribute('aria-valuetext'));
    }
    expect(walked.map((words) => words?.split('，')[0])).toEqual([
      ...['江北新区1', '江北新区5', '江北新区9', '江北新区9', '临江区8'],
    ]);
    expect(walked[1]).toBe('江北新区5，产值 没有数');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/regions/8');
    await page.context().close();
  });

  test('a pointer reads a region, and a figure that is not public is nowhere', async () => {
    const page = await stage.visitor();
    const figure = page.getByRole('figure').nth(3);
    await figure.locator('[data-at="7"]').hover();
    await expect.poll(() => figure.locator('.jw-chart-reading').textContent()).toContain('不公开');
    expect(await figure.innerHTML()).not.toContain('67.5');
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'a picture is taken away on white, whatever the screen is: %s',
    async (colorScheme) => {
      const page = await stage.visitor({ colorScheme });
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载图片' }).first().click(),
      ]);
      expect(saved.suggestedFilename()).toBe('本年 累计.png');
      const bytes = readFileSync(await saved.path());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      // Two pixels for each of the page's: 960 and margins.
      expect(bytes.readUInt32BE(16)).toBe(2 * (960 + 32));
      const shades = await page.evaluate(
        async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
          if (pen === null) throw new Error('no canvas');
          pen.drawImage(image, 0, 0);
          const { data } = pen.getImageData(0, 0, image.width, image.height);
          let [white, dark] = [0, 0];
          for (let at = 0; at < data.length; at += 4) {
            if (data[at] === 255 && data[at + 2] === 255) white += 1;
            if ((data[at] ?? 255) < 60) dark += 1;
          }
          return { white: white / (data.length / 4), dark };
        },
        `data:image/png;base64,${bytes.toString('base64')}`,
      );
      expect(shades.white).toBeGreaterThan(0.8);
      expect(shades.dark).toBeGreaterThan(1_000);
      expect(stage.faults).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.dataset)).toMatchObject({ theme: colorScheme });
      await page.context().close();
    },
  );
});
