/** 机关代字〔year〕number号 (GB/T 9704-2012), with the brackets that web texts put instead. Matches folded text. */
export const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{2,16}〔(?:19|20)\d{2}〕第?\d{1,5}号/;
export const DOCUMENT_NUMBER_LINE = new RegExp(
  `^(?:文号[：:]|发文字号[：:])?${DOCUMENT_NUMBER.source}(?:\\d{4}年\\d{1,2}月\\d{1,2}日)?$`,
);
export const DATE = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/;
export const DATE_LINE = new RegExp(`^（?(?:发布日期|成文日期|发布时间|印发日期)?[：:]?${DATE.source}）?$`);

const ISSUER =
  /^(?:中共)?[\u4e00-\u9fff（）〔〕、]{2,30}(?:人民政府|人民政府办公[室厅]|委员会|办公室|办公厅|管委会|管理委员会|党委|省委|市委|区委|县委|总局|局|厅|院|领导小组)(?:文件|印发)?$/;
export const isIssuerLine = (t: string): boolean =>
  t.length <= 36 && ISSUER.test(t) && !/^(?:一|二|三|四|五|六|七|八|九|十|（)/.test(t) && !/附件|关于/.test(t);
export const isRedHead = (t: string): boolean => t.length <= 40 && /^[\u4e00-\u9fff]{3,}(?:文件|公报)$/.test(t);

const TITLE_END =
  /(?:通知|意见|决定|公告|通告|批复|函|报告|方案|办法|措施|通报|计划|规划|细则|规定|要点|政策|清单|分工|纲要|条例|决议|命令)(?:（[^（）]{1,20}）)*(?:》?的通知)?$/;
/** A title line: begins with 关于 (behind an issuer, perhaps) or ends like a title, and has no full stop. */
export const looksLikeTitle = (t: string): boolean =>
  t.length <= 120 &&
  !/[。；]/.test(t) &&
  (/^(?:[\u4e00-\u9fff]{2,24})?关于/.test(t) || (TITLE_END.test(t) && !/^[（(]?[一二三四五六七八九十\d]/.test(t)));
export const endsLikeTitle = (t: string): boolean => TITLE_END.test(t);

export const isoDate = (y: string, m: string, d: string): string => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
