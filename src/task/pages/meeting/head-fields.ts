import type { Field, Values } from '../../../../platform/web/form/model.ts';
import type { MeetingHeadJson } from '../../contract.ts';

/** What a meeting is called, when and where it is, and who sits. */
export const headFields: readonly Field[] = [
  { input: 'text', name: 'title', label: '会议名称', required: true, most: 120, width: 4 },
  { input: 'day', name: 'heldOn', label: '日期', required: true, width: 2 },
  { input: 'text', name: 'place', label: '地点', most: 60, width: 3 },
  { input: 'text', name: 'chair', label: '主持人', most: 60, width: 3 },
  { input: 'pick', of: 'chain', name: 'chainId', label: '产业链', width: 3, help: '不选就是各条链的事都议' },
  { input: 'pick', of: 'unit', several: true, name: 'sits', label: '参加单位' },
];

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const orNull = (value: unknown): string | null => (text(value) === '' ? null : text(value));

export const headOf = (values: Values): MeetingHeadJson => ({
  ...{ title: text(values.title), heldOn: text(values.heldOn), place: orNull(values.place) },
  ...{ chair: orNull(values.chair), chainId: orNull(values.chainId) },
  sits: Array.isArray(values.sits) ? values.sits.map(String) : [],
});
