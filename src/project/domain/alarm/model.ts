import type { Day } from '../../../kernel/index.ts';

/** Why a project is held to be stuck, or nearly. Stated rules; nobody sets one by hand. */
export const alarmRules = [
  'silent',
  'behind',
  'start-late',
  'completion-late',
  'production-late',
  'permit-norm',
  'permit-late',
  'milestone-late',
  'stage-long',
  'over-total',
  'near',
] as const;
export type AlarmRule = (typeof alarmRules)[number];

export const alarmNames: Readonly<Record<AlarmRule, string>> = {
  silent: '久未报进展',
  behind: '投资落后进度',
  'start-late': '逾期未开工',
  'completion-late': '逾期未竣工',
  'production-late': '逾期未投产',
  'permit-norm': '手续超过办理时限',
  'permit-late': '手续晚于计划',
  'milestone-late': '节点逾期',
  'stage-long': '本阶段停留过久',
  'over-total': '投资超过总投资',
  near: '节点临近',
};

/** As of tasks: red and yellow mean stuck, blue that something is due soon. */
export const lights = ['red', 'yellow', 'blue', 'green'] as const;
export type Light = (typeof lights)[number];
export const lightNames: Readonly<Record<Light, string>> = { red: '红', yellow: '黄', blue: '蓝', green: '绿' };

export interface Alarm {
  readonly rule: AlarmRule;
  /** Tells it from another alarm of the same rule: which permit, which milestone, which planned month. */
  readonly about: string;
  readonly light: Exclude<Light, 'green'>;
  /** The day from which it is so. */
  readonly since: Day;
  /** One sentence with the figures. */
  readonly reason: string;
}

/** The same cause, on another day. */
export const causeOf = ({ rule, about }: Pick<Alarm, 'rule' | 'about'>): string => `${rule}:${about}`;

export const isStuck = (light: Light): boolean => light === 'red' || light === 'yellow';

/** The worst of some. */
export const lightOf = (alarms: readonly Pick<Alarm, 'light'>[]): Light =>
  lights.find((light) => alarms.some((alarm) => alarm.light === light)) ?? 'green';
