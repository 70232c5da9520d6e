import type { Package } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';

/** Parts that the main part points to, by the last word of their relationship type; external targets are left out. */
async function relationsOf(container: Package, part: string): Promise<Map<string, string>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = part.slice(folder.length);
  const targets = new Map<string, string>();
  await readXml(container, `${folder}_rels/${file}.rels`, {
    open(tag) {
      if (tag.local !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
      const type = tag.attribute('Type') ?? '';
      const kind = type.slice(type.lastIndexOf('/') + 1);
      if (!targets.has(kind)) targets.set(kind, resolve(folder, tag.attribute('Target') ?? ''));
    },
    close() {},
  });
  return targets;
}

/** A target is relative to the folder of its part, or to the package when it starts with a slash. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

export interface DocxParts {
  readonly main: string;
  readonly styles: string;
  readonly numbering: string;
  readonly footnotes: string;
  readonly endnotes: string;
  /** The macros, where there are any. */
  readonly macros: string | null;
}

/** Finds the parts of a Word package; null when it holds no Word document. */
export async function findParts(container: Package): Promise<DocxParts | null> {
  const main = (await relationsOf(container, '')).get('officeDocument') ?? 'word/document.xml';
  if (!container.has(main)) return null;
  const related = await relationsOf(container, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (kind: string): string => related.get(kind) ?? `${folder}${kind}.xml`;
  const macros = related.get('vbaProject') ?? null;
  return {
    main,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    macros,
  };
}
