/**
 * Typefaces that official documents name, each with those that may stand in for it, nearest first. Machines without
 * the Chinese typefaces of Windows have at least Noto; without such a list they would draw Chinese text in whatever
 * comes first, and digits in another.
 */
const SERIF = ['Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Noto Sans CJK SC'];
const SANS = ['Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Zen Hei'];

const FANG = [
  '仿宋',
  'FangSong',
  '仿宋_GB2312',
  'FangSong_GB2312',
  '方正仿宋_GBK',
  '方正仿宋简体',
  '华文仿宋',
  'STFangsong',
];
const KAI = ['楷体', 'KaiTi', '楷体_GB2312', 'KaiTi_GB2312', '方正楷体_GBK', '方正楷体简体', '华文楷体', 'STKaiti'];
const HEI = ['黑体', 'SimHei', '方正黑体_GBK', '方正黑体简体', '华文黑体', 'STHeiti'];
const SONG = ['宋体', 'SimSun', '方正书宋_GBK', '方正书宋简体', '华文宋体', 'STSong'];
const TITLE = [
  '方正小标宋简体',
  '方正小标宋_GBK',
  'FZXiaoBiaoSong-B05S',
  'FZXiaoBiaoSong-B05',
  '华文中宋',
  'STZhongsong',
];

const families = [
  { names: FANG, others: SERIF },
  { names: KAI, others: SERIF },
  { names: HEI, others: SANS },
  { names: SONG, others: SERIF },
  { names: TITLE, others: [...SONG, ...SERIF] },
];

const family = (name: string): string => `<family>${name}</family>`;

/** A fontconfig file that says so, on top of that of the machine. */
export function typefaceSettings(): string {
  const aliases = families.flatMap(({ names, others }) =>
    names.map((name) => {
      const stands = [...names.filter((each) => each !== name), ...others].map(family).join('');
      return `<alias binding="same">${family(name)}<accept>${stands}</accept></alias>`;
    }),
  );
  return [
    '<?xml version="1.0"?>',
    '<fontconfig>',
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...aliases,
    '</fontconfig>',
  ].join('\n');
}
