import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import { decodeText, detectEncoding } from '../text/encoding.ts';

/** Where a page names its encoding stands in its first kilobytes (HTML standard: 1 024 bytes; real pages: later). */
const HEAD_BYTES = 8192;

const declaration =
  /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/i;

/**
 * Decodes a web page. A byte order mark and valid UTF-8 outweigh what the page says of itself, since pages are often
 * saved in another encoding than their template names; else the declaration counts, else what reads best.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const declared = declaredDecoder(bytes);
  if (declared !== null && declared.encoding !== 'utf-8' && !isMarkedOrUtf8(bytes)) {
    const text = declared.decode(bytes);
    if (text.includes('\0')) refuseFile('not-text');
    return text;
  }
  return decodeText(bytes, limits.htmlLength).text.replace(/^\uFEFF/, '');
}

function declaredDecoder(bytes: Uint8Array): TextDecoder | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const match = declaration.exec(head);
  const label = match?.[1] ?? match?.[2];
  if (label === undefined) return null;
  try {
    const decoder = new TextDecoder(label);
    // GB 18030 contains GB 2312 and GBK, which pages name when they mean it. UTF-16 cannot be declared in ASCII.
    if (decoder.encoding === 'gbk') return new TextDecoder('gb18030');
    return decoder.encoding.startsWith('utf-16') ? null : decoder;
  } catch {
    return null;
  }
}

function isMarkedOrUtf8(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked || detectsUtf8(bytes);
}

function detectsUtf8(bytes: Uint8Array): boolean {
  try {
    return detectEncoding(bytes) === 'utf-8';
  } catch {
    return false;
  }
}
