/** Words of Chinese, by the dictionary of jieba. Loading it takes a moment and 60 MB, so that only who cuts texts does. */

let loaded: Promise<(text: string) => string[]> | undefined;

/** Cuts a text into words, in order and without loss. */
export const wordCutter = (): Promise<(text: string) => string[]> => {
  loaded ??= load();
  return loaded;
};

async function load(): Promise<(text: string) => string[]> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]);
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cut(text, true);
}
