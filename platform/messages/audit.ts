import { type Catalogue, figure } from './catalogue.ts';
import { fieldName } from './fields.ts';

const remedy = '请保护好现场，拿最近的备份和以前导出的日志来对照。';

/** The first break of the chain, and what cannot be asked of the log. `field` is the number of the entry. */
export const auditMessages: Catalogue = {
  'audit-content-changed': (r) => `审计日志第 ${r.field ?? ''} 条的内容被改动过：和它的摘要对不上。${remedy}`,
  'audit-line-unreadable': (r) => `审计日志第 ${r.field ?? ''} 条读不懂，或者写法被改动过。${remedy}`,
  'audit-entry-missing': (r) => `审计日志缺少第 ${missing(r.field, r.given)} 条。${remedy}`,
  'audit-order-wrong': (r) => `审计日志的次序不对：第 ${r.field ?? ''} 条的位置上是第 ${figure(r.given)} 条。${remedy}`,
  'audit-link-broken': (r) =>
    `审计日志第 ${r.field ?? ''} 条接不上第 ${figure(r.given)} 条：两条中至少有一条被整条换过。${remedy}`,
  'audit-end-missing': (r) =>
    `审计日志的末尾被截去：从第 ${r.field ?? ''} 条起没有了，应到第 ${figure(r.limit)} 条。${remedy}`,
  'audit-entry-added': (r) =>
    `审计日志第 ${r.field ?? ''} 条起是绕过程序加进来的：程序只写到第 ${figure(r.limit)} 条。${remedy}`,
  'audit-head-differs': (r) => `审计日志第 ${r.field ?? ''} 条的摘要和另外记下的不一样：日志被整段重写过。${remedy}`,
  'audit-file-cut': (r) =>
    `文件不完整：第 ${r.field ?? ''} 条以前的内容没有问题，但结束行不在或对不上。请重新导出一次。`,
  'audit-entry-unknown': (r) => `审计日志没有第 ${figure(r.given)} 条。请从清单里选一条。`,
  'audit-too-many': (r) => `找到的日志超过 ${figure(r.limit)} 条，一张表放不下。请缩小时间范围，再导出一次。`,
  'moment-unreadable': (r) =>
    `${fieldName(r.field)}应是一天或一个时刻，不能是「${figure(r.given)}」。请写成 ${figure(r.limit)} 这样。`,
};

const missing = (first: string | undefined, last: string | number | null | undefined): string =>
  String(last) === first ? (first ?? '') : `${first ?? ''} 至 ${last ?? ''}`;
