import type { BoardJson } from './board.ts';

type Counts = BoardJson['counts'];

/** How far a form is, in sentences: those who are late first, since something is to be done about them. */
export function boardSentences({
  units,
  open,
  submitted,
  returned,
  approved,
  late,
  untouched,
  extensionsAsked,
}: Counts): string[] {
  if (units === 0) return ['这一期还没有单位要填。'];
  const handedIn = submitted + approved;
  return [
    handedIn === units
      ? `${units} 个单位都报了。`
      : `${units} 个单位，报了 ${handedIn} 个，还差 ${units - handedIn} 个。`,
    ...(late > 0 ? [`${late} 个已经逾期，还没有报。`] : []),
    ...(untouched > 0 && open > 0 ? [`${untouched} 个一格都没有填。`] : []),
    ...(returned > 0 ? [`${returned} 个被退回，正在改。`] : []),
    ...(submitted > 0 ? [`${submitted} 个等待审核。`] : []),
    ...(extensionsAsked > 0 ? [`${extensionsAsked} 个申请延期，等您答复。`] : []),
  ];
}

export interface BarPart {
  readonly key: 'approved' | 'submitted' | 'returned' | 'open';
  readonly name: string;
  readonly count: number;
}

/** The parts of the bar, in the order of how far they are; those without a unit are left out. */
export const barParts = ({ approved, submitted, returned, open }: Counts): BarPart[] =>
  [
    { key: 'approved' as const, name: '已审核', count: approved },
    { key: 'submitted' as const, name: '待审核', count: submitted },
    { key: 'returned' as const, name: '已退回', count: returned },
    { key: 'open' as const, name: '填报中', count: open },
  ].filter(({ count }) => count > 0);

/** Cells that are filled in, in whole percent; rounded down, so that 100 means all. */
export const filledShare = ({ filled, wanted }: Counts): number =>
  wanted === 0 ? 100 : Math.floor((filled * 100) / wanted);
