/** What an office issues: 通报、简报、任务台账、单位责任清单、督办函. */
export const bulletinKinds = ['bulletin', 'briefing', 'ledger', 'duty-list', 'letter'] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

export const bulletinKindNames: Readonly<Record<BulletinKind, string>> = {
  bulletin: '调度通报',
  briefing: '简报',
  ledger: '任务台账',
  'duty-list': '责任清单',
  letter: '督办函',
};

/** Those that are about one unit. */
export const isOfUnit = (kind: BulletinKind): boolean => kind === 'duty-list' || kind === 'letter';
