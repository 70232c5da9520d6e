import type { BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { expectClean } from './axe-clean.ts';
import { allRead } from './settled.ts';

/** What somebody has before him: a screen or a telephone, in one of the two colours. */
export interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly narrow: boolean;
}

export const wideLight: Look = { name: '1440 light', colorScheme: 'light', narrow: false };
export const narrowDark: Look = { name: '390 dark', colorScheme: 'dark', narrow: true };

/** Both widths and both colours, but not each with each: the same names of colours hold at every width. */
export const twoLooks: readonly Look[] = [wideLight, narrowDark];
export const widths = twoLooks.map((look) => [look.name, [look]] as const);

const sizeOf = ({ narrow }: Look) => (narrow ? { width: 390, height: 844 } : { width: 1440, height: 900 });

/** A window of this look from the beginning. */
export const windowOf = (look: Look): BrowserContextOptions => ({
  colorScheme: look.colorScheme,
  viewport: sizeOf(look),
  hasTouch: look.narrow,
});

const fingers = new WeakMap<Page, CDPSession>();

/** Gives an open page another look, as turning a tablet or the evening does. */
export async function turnTo(page: Page, look: Look): Promise<void> {
  const session = fingers.get(page) ?? (await page.context().newCDPSession(page));
  // It holds as long as the session does.
  fingers.set(page, session);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: look.narrow });
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await page.setViewportSize(sizeOf(look));
}

/** Holds the page that is open to being clean in each look, without loading it anew; it keeps the last one. */
export async function expectCleanIn(looks: readonly Look[], page: Page, what: string, part?: string): Promise<void> {
  for (const look of looks) {
    await turnTo(page, look);
    await allRead(page);
    await expectClean(page, `${what}, ${look.name}`, part);
  }
}
