import { type Shortcut, useShortcuts } from '../shortcuts/registry.ts';

const line = (keys: readonly string[], label: string): Shortcut => ({
  keys,
  label,
  run: () => undefined,
  enabled: false,
});

/** The grid hears its keys itself (keys.ts); the help names them. */
const lines: readonly Shortcut[] = [
  line(['F2'], '修改这一格'),
  line(['Enter'], '填好，到下一行'),
  line(['Tab'], '填好，到下一列'),
  line(['Mod+Enter'], '填到选中的每一格'),
  line(['Mod+d'], '向下填充'),
  line(['Delete'], '清除'),
  line(['Mod+c', 'Mod+x', 'Mod+v'], '复制、剪切、粘贴，可与表格软件互通'),
  line(['Mod+z', 'Mod+y'], '撤销、重做'),
  line(['Escape'], '放弃正在填的；再按 Tab 离开表格'),
];

export const useKeysHelp = (): void => useShortcuts('填报表格', lines);
