/**
 * draft: being written; review: waits for somebody else's signature; signed: has its number; sent; archived: its files are
 * kept for good; withdrawn: given up before it went out, its number (if it had one) stays used.
 */
export const bulletinStates = ['draft', 'review', 'signed', 'sent', 'archived', 'withdrawn'] as const;
export type BulletinState = (typeof bulletinStates)[number];

export const bulletinStateNames: Readonly<Record<BulletinState, string>> = {
  draft: '起草中',
  review: '待签发',
  signed: '已签发',
  sent: '已发送',
  archived: '已归档',
  withdrawn: '已作废',
};

/** Everything that is done with one, in the words of its history. */
export const bulletinSteps = {
  compose: '生成',
  edit: '修改',
  submit: '送签',
  'take-back': '撤回送签',
  return: '退回修改',
  sign: '签发',
  withdraw: '作废',
  send: '发送',
  archive: '归档',
  correct: '发更正',
  answer: '回复',
} as const;
export type BulletinStep = keyof typeof bulletinSteps;

/** Once it is out nobody changes anything of it. */
export const isOut = (state: BulletinState): boolean => state === 'sent' || state === 'archived';
