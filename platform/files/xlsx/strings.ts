import { limits } from '../limits.ts';
import type { Package } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';
import { refuseFile } from '../refusals.ts';

/** The texts that cells share, by their number. Readings (furigana) beside the words are left out. */
export async function readStrings(container: Package): Promise<string[]> {
  const strings: string[] = [];
  const text = textCollector();
  let total = 0;
  await readXml(container, 'xl/sharedStrings.xml', {
    open(tag) {
      if (tag.local === 'si') text.clear();
      text.open(tag.local);
    },
    close(local) {
      text.close(local);
      if (local !== 'si') return;
      total += text.value().length;
      if (total > limits.sheetText) refuseFile('too-long', null, limits.sheetText);
      strings.push(text.value());
    },
    text: text.add,
  });
  return strings;
}

/** Joins the runs of a rich text. */
export function textCollector() {
  let parts: string[] = [];
  let inText = false;
  let beside = 0;
  return {
    clear(): void {
      parts = [];
    },
    open(local: string): void {
      if (local === 'rPh') beside += 1;
      if (local === 't') inText = beside === 0;
    },
    close(local: string): void {
      if (local === 'rPh') beside -= 1;
      if (local === 't') inText = false;
    },
    add(text: string): void {
      if (inText) parts.push(text);
    },
    value: (): string => parts.join(''),
  };
}
