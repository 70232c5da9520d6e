import type { Span } from '../../../../kernel/index.ts';
import { headingAt, type Lines, PAGE_MARK } from './lines.ts';
import { type Printed, wordsOf } from './printed.ts';

/** How a paragraph is set: `number` is a document or page number, `signature` the office or the day at the end. */
export interface Role {
  readonly role: 'text' | 'title' | 'heading' | 'number' | 'signature' | 'addressee';
  /** Of a heading, from 1; 0 for the others. */
  readonly level: number;
}

const bare = (text: string): string => text.replace(/\s/g, '');
const plain = (role: Role['role']): Role => ({ role, level: 0 });
const DAY = /^(?:\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** A heading may end in a stop that its label and title leave out. */
const STOPS = 4;

export function roleOf(own: readonly Span[], reading: Lines, printed: Printed): Role {
  const written = bare(own.map((line) => wordsOf(line, printed)).join(''));
  const text = written.replace(/^#+/, '');
  const { title, docNumber, issuer } = printed;
  if (title !== null && isTitle(text, bare(title))) return plain('title');
  if (docNumber !== null && text === bare(docNumber)) return plain('number');
  if (PAGE_MARK.test(text)) return plain('number');
  if (DAY.test(text) || (issuer !== null && text === bare(issuer))) return plain('signature');
  const signs = printed.format === 'md' ? (/^#+/.exec(written)?.[0].length ?? 0) : 0;
  if (signs > 0) return { role: 'heading', level: Math.max(1, signs - 1) };
  const node = headingAt(own[0]!, reading, printed);
  if (node === undefined) return plain(own[0]!.start <= (reading.lines[OPENING]?.start ?? 0) ? opening(text) : 'text');
  const words = bare(`${node.label}${node.title}`);
  return text.length <= words.length + STOPS ? { role: 'heading', level: node.level } : plain('text');
}

/** The first lines hold the banner, the name of a covering notice and whom it is sent to. */
const OPENING = 9;

function opening(text: string): Role['role'] {
  if (/[^。；]{2,20}文件$/.test(text) && text.length < 25) return 'number';
  if (/^[^。；：]{8,90}(?:通知|意见|决定|通报|公告|函)$/.test(text)) return 'title';
  return /^[^。；]{2,200}[：:]$/.test(text) ? 'addressee' : 'text';
}

/** A title may be broken over lines, or stand behind the name of the office that issues it. */
const isTitle = (text: string, title: string): boolean =>
  text === title ||
  (text.length >= 8 && text.length < title.length + 40 && (title.startsWith(text) || text.endsWith(title)));
