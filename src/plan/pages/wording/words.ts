import type { Comparator, SourceFormat, TargetMode } from '../../../document/index.ts';
import type { Severity } from '../../domain/lint/model.ts';
import type { ItemKind, Origin, Review } from '../../domain/model.ts';

/** Chinese for every closed list of values that the pages show; exports say the same. */
export {
  clauseWords as clauseKindWord,
  comparatorWords as comparatorWord,
  modeWords as modeWord,
  recurringWords as recurringWord,
  reviewWords as reviewWord,
  severityWords as severityWord,
  statusWords as statusWord,
} from '../../domain/export/words.ts';

export const kindWord: Record<ItemKind, string> = {
  indicator: '指标',
  task: '任务',
  clause: '奖补条款',
  table: '表格',
};

/** One character that marks the kind beside its colour. */
export const kindSign: Record<ItemKind, string> = { indicator: '标', task: '任', clause: '奖', table: '表' };

/** A sign for each state, so that it is not told by colour alone. */
export const reviewSign: Record<Review, string> = { unreviewed: '○', confirmed: '✓', corrected: '✎', rejected: '✕' };

export const originWord: Record<Origin, string> = { extracted: '读出', added: '补录', merged: '合并' };

export const severitySign: Record<Severity, string> = { error: '✕', warning: '!', notice: 'i' };

export const comparatorSign: Record<Comparator, string> = {
  '=': '',
  '>=': '≥ ',
  '>': '> ',
  '<=': '≤ ',
  '<': '< ',
  '~': '约 ',
  range: '',
};

export const modeHelp: Record<TargetMode, string> = {
  level: '水平（到时点达到的数）',
  increment: '新增（期内净增加）',
  cumulative: '累计（到时点一共做成）',
  annual: '当年（某一年内，或每年，做成的数）',
  growth: '增长（同比或年均增幅）',
};

export const formatWord: Record<SourceFormat, string> = {
  txt: '文本',
  md: 'Markdown',
  html: '网页',
  docx: 'Word',
  pdf: 'PDF',
  doc: '旧版 Word',
  wps: 'WPS',
  odt: 'ODT',
  rtf: 'RTF',
};

/** The choices of a closed list, for a form. */
export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
