import type { Fonts } from './document.ts';

/** The typefaces of GB/T 9704-2012 by the names under which Word knows them. */
export const standardFonts: Fonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  plain: '宋体',
};
