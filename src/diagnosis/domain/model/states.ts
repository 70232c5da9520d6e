/** `filling` by whoever began it, `submitted` and frozen, `inspected` by a second person, `dropped` before it was handed in. */
export const diagnosisStates = ['filling', 'submitted', 'inspected', 'dropped'] as const;
export type DiagnosisState = (typeof diagnosisStates)[number];
export const diagnosisStateNames: Readonly<Record<DiagnosisState, string>> = {
  filling: '填写中',
  submitted: '待核验',
  inspected: '已核验',
  dropped: '已放弃',
};

export const hands = ['self', 'inspector'] as const;
export type Hand = (typeof hands)[number];
export const handNames: Readonly<Record<Hand, string>> = { self: '自评', inspector: '核验' };

/** How far an enterprise of a round has come. */
export const dutyStates = ['none', 'filling', 'submitted', 'inspected'] as const;
export type DutyState = (typeof dutyStates)[number];
export const dutyStateNames: Readonly<Record<DutyState, string>> = {
  none: '未开始',
  filling: '填写中',
  submitted: '待核验',
  inspected: '已完成',
};
