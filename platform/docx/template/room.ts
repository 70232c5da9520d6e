import type { Package } from '../../files/package/open-package.ts';
import { readXml } from '../../files/package/read-xml.ts';
import { AREA } from '../write/geometry.ts';

/** No page of an office is narrower between its margins; what says so has been made by a program gone wrong. */
const NARROWEST = 2000;

/**
 * Width between the margins of a template, in twips, for the tables and charts that are put in: that of its narrowest
 * section, or that of the standard where the template says nothing.
 */
export async function roomOf(container: Package): Promise<number> {
  const rooms: number[] = [];
  let width: number | null = null;
  await readXml(container, 'word/document.xml', {
    open(tag) {
      if (tag.local === 'pgSz') width = Number(tag.attribute('w'));
      if (tag.local !== 'pgMar' || width === null) return;
      const room = width - ['left', 'right', 'gutter'].reduce((sum, side) => sum + Number(tag.attribute(side) ?? 0), 0);
      if (Number.isFinite(room) && room >= NARROWEST) rooms.push(Math.round(room));
      width = null;
    },
    close: () => undefined,
  });
  return rooms.length === 0 ? AREA.width : Math.min(...rooms);
}
