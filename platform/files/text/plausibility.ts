let commonHanzi: Set<number> | null = null;

/** The 3 755 common characters of GB 2312 level 1, taken from the decoder itself: rows B0 to D7. */
function common(): Set<number> {
  if (commonHanzi !== null) return commonHanzi;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  commonHanzi = new Set([...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))].map((c) => c.charCodeAt(0)));
  return commonHanzi;
}

/**
 * How much a decoding looks like a Chinese document, from below 0 to 1: common characters, Chinese punctuation and
 * ASCII count for it; control, private and replacement characters count against it.
 */
export function plausibility(text: string): number {
  if (text.length === 0) return 0;
  const known = common();
  let score = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isOrdinary(code) || known.has(code)) score += 1;
    else if (isWrong(code)) score -= 2;
  }
  return score / text.length;
}

const isOrdinary = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xfeff ||
  code === 0xa0 ||
  code === 0xb7 ||
  (code >= 0x2010 && code <= 0x203b) ||
  (code >= 0x2460 && code <= 0x249b) ||
  (code >= 0x3000 && code <= 0x3017) ||
  (code >= 0xff01 && code <= 0xff5e);

const isWrong = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code < 0xa0) ||
  code === 0xfffd ||
  (code >= 0xe000 && code < 0xf900) ||
  code === 0xffff;
