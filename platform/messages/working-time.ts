import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const given = (r: Refusal): string => `「${figure(r.given)}」`;
const at = (r: Refusal): string => `资料包${place(r, '')}`;

/** Sentences for working days, working hours and the calendar of them. */
export const workingTimeMessages: Catalogue = {
  'calendar-year-unpublished': (r) =>
    `国务院办公厅还没有公布 ${String(r.given)} 年的放假安排${r.limit == null ? '' : `，工作日只能算到 ${String(r.limit)} 年底`}。请等公布后由管理员补进工作日历，或者直接定一个日期。`,
  'calendar-year-missing': (r) =>
    `工作日历里没有 ${String(r.given)} 年。请由管理员按当年的放假通知补进工作日历，或者直接定一个日期。`,
  'working-days-count': (r) => `工作日的个数${given(r)}不对。请填整数。`,
  'working-span': (r) => `时限${given(r)}不对。请填大于 0 的工作日数，或者精确到分钟的工作小时数。`,
  'working-hours-order': (r) => `上班时间${given(r)}不对。请按从早到晚写，写成 09:00–12:00 这样，各段不能重叠。`,
  'moment-unknown': (r) => `${given(r)}不是正确的时间。请写成 2025-03-01T09:30 这样。`,
  'calendar-day': (r) =>
    `${at(r)}的日期${given(r)}不存在，或者不属于 ${String(r.limit)} 年（可以是上一年 12 月）。请对照放假通知改正。`,
  'calendar-order': (r) => `${at(r)}的${given(r)}没有按从早到晚写，或者和前一段重叠。请改正。`,
  'calendar-make-up': (r) =>
    `${at(r)}的${given(r)}不是周末，或者写成了放假。调休上班只能是没有放假的周六、周日。请改正。`,
};
