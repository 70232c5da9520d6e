import type { Package } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';

/** A sheet that people can see, with the part that holds its cells. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

export interface WorkbookParts {
  /** Sheets in their order; those hidden by a program (`veryHidden`) are left out, people cannot have filled them in. */
  readonly sheets: readonly SheetPart[];
  /** True when days are counted from 1904. */
  readonly date1904: boolean;
  readonly macros: boolean;
}

const main = 'xl/workbook.xml';

/** Reads which sheets there are; null when the package holds no workbook. */
export async function readParts(container: Package): Promise<WorkbookParts | null> {
  if (!container.has(main)) return null;
  const targets = await relations(container);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readXml(container, main, {
    open(tag) {
      if (tag.local === 'workbookPr') date1904 = /^(?:1|true)$/.test(tag.attribute('date1904') ?? '');
      if (tag.local !== 'sheet' || tag.attribute('state') === 'veryHidden') return;
      const part = targets.get(tag.attribute('id') ?? '');
      if (part !== undefined) sheets.push({ name: tag.attribute('name') ?? '', part });
    },
    close() {},
  });
  const macros = container.has('xl/vbaProject.bin') || [...targets.values()].some((part) => part.endsWith('.bin'));
  return { sheets, date1904, macros };
}

async function relations(container: Package): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readXml(container, 'xl/_rels/workbook.xml.rels', {
    open(tag) {
      if (tag.local !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
      const target = tag.attribute('Target') ?? '';
      targets.set(tag.attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close() {},
  });
  return targets;
}
