import type { SourceText } from '../../document/index.ts';

/** Signs that no database stores: the zero sign and halves of a pair. Replaced one for one, so that places stay. */
const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed();

export const storableText = (source: SourceText): SourceText => ({ ...source, text: storable(source.text) });

/** The last part of a path, without control signs, at most 200 signs: what lists show of an upload. */
export function storableName(given: string): string {
  const name = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  const plain = storable(name.replace(/[\u0000-\u001f\u007f]/g, '')).trim();
  return plain === '' ? '未命名' : plain.slice(-200);
}
