import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { chooseMoney, isMoneyChoice, useMoneyChoice } from '../../../../platform/web/money/choice.ts';
import { chooseTheme, useThemeChoice } from '../../../../platform/web/theme/theme.ts';
import { workApi } from '../../../../src/work/contract.ts';
import { foldMenu, useMenuFolded } from '../menu/folded.ts';

const PAUSE_MS = 800;
const shell = { params: { name: 'shell' } } as const;

/** Colours, unit of money and menu are the person's: read once after coming in, kept whenever they change. */
export function useKeptSettings(): void {
  const theme = useThemeChoice();
  const money = useMoneyChoice();
  const folded = useMenuFolded();
  const { data } = useQuery({ ...queryFor(workApi.readSetting, shell), staleTime: Number.POSITIVE_INFINITY });
  const kept = useRef<string | null>(null);

  useEffect(() => {
    if (data === undefined || kept.current !== null) return;
    kept.current = JSON.stringify(data.value ?? {});
    const value = data.value ?? {};
    if (value.theme === 'light' || value.theme === 'dark' || value.theme === 'system') chooseTheme(value.theme);
    if (isMoneyChoice(value.money)) chooseMoney(value.money);
    if (value.menu === 'folded' || value.menu === 'open') foldMenu(value.menu === 'folded');
  }, [data]);

  useEffect(() => {
    if (kept.current === null) return;
    const value = { theme, ...(money !== 'auto' && { money }), menu: folded ? 'folded' : 'open' };
    const text = JSON.stringify(value);
    if (text === kept.current) return;
    const timer = setTimeout(() => {
      kept.current = text;
      // Not worth a word when it fails: the browser remembers too.
      send(workApi.setSetting, { ...shell, body: { value } }).catch(() => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [theme, money, folded]);
}
