import { getRouteApi } from '@tanstack/react-router';
import type { MenuProps } from 'antd';
import { MenuButton } from '../../../../../platform/web/layout/menu-button.tsx';
import { momentOf } from '../../wording/figures.ts';
import { useWorkbench } from '../workbench-context.ts';

const route = getRouteApi('/plans/$planId');

/** Goes to the draft or to an edition, and to the comparison of two. */
export function EditionMenu() {
  const { plan, version } = useWorkbench();
  const navigate = route.useNavigate();
  if (plan.editions.length === 0) return null;
  const newest = plan.editions[0];
  const shown = version.edition === null ? '草案' : `第${version.edition.number}版`;
  const open = (edition: number | undefined) => void navigate({ search: edition === undefined ? {} : { edition } });
  const compare = (from: number, to: number | undefined) =>
    void navigate({
      to: '/plans/$planId/diff',
      params: { planId: plan.id },
      search: to === undefined ? { from } : { from, to },
    });
  const numbers = plan.editions.map(({ number }) => number).sort((a, b) => a - b);
  const [last, before] = [numbers.at(-1), numbers.at(-2)];
  const items: NonNullable<MenuProps['items']> = [
    ...(plan.draft === null
      ? []
      : [
          {
            key: 'draft',
            label: plan.draft.basedOn === null ? '草案' : `草案（据第${plan.draft.basedOn}版）`,
            onClick: () => open(undefined),
          },
        ]),
    ...[...plan.editions]
      .sort((a, b) => b.number - a.number)
      .map(({ number, publishedAt }) => ({
        key: String(number),
        label: `第${number}版 · ${momentOf(publishedAt)}`,
        onClick: () => open(number),
      })),
    { type: 'divider' },
    ...(plan.draft !== null && last !== undefined
      ? [{ key: 'diff-draft', label: `比较：第${last}版 → 草案`, onClick: () => compare(last, undefined) }]
      : []),
    ...(last !== undefined && before !== undefined
      ? [{ key: 'diff', label: `比较：第${before}版 → 第${last}版`, onClick: () => compare(before, last) }]
      : []),
  ];
  return (
    <MenuButton label={`版次，现在看的是${shown}`} items={newest === undefined ? [] : items}>
      {shown}
    </MenuButton>
  );
}
