import { RefusalError } from '../../../src/kernel/index.ts';
import type { Operator } from '../../server/operator.ts';
import { command, EXIT } from '../command.ts';
import { accountColumns, accountRow, linkLines, type Shown } from '../show/accounts.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const ACTIONS = ['list', 'create-administrators', 'link', 'lock', 'unlock', 'reset-second-factor'] as const;
type Action = (typeof ACTIONS)[number];

export const user = command({
  usage: 'user list|create-administrators|link|lock|unlock|reset-second-factor [登录名] [选项]',
  about:
    'list 列出账号；create-administrators 在还没有账号时开设系统、安全、审计三名管理员；link 给一个账号发一次性链接，\n' +
    '本人用它设定密码（24 小时内有效，以前没用的作废）；lock 停用，unlock 启用或解除锁定；reset-second-factor 取消动态口令。\n' +
    '只在服务器本机使用：管理员都登录不了时，这是回来的路。所做的都记入审计日志，署名“本机操作员”。',
  words: { min: 1, max: 2, what: ' list、link、lock 等', choices: ACTIONS },
  options: { json: { type: 'boolean', help: '输出 JSON' } },
  examples: [
    ['./jingwei user list', '有哪些账号，谁能登录'],
    ['./jingwei user link sysadmin', '系统管理员忘了密码'],
    ['./jingwei user reset-second-factor secadmin', '安全管理员丢了手机'],
    ['./jingwei user lock zhang.san', '马上停用一个账号并让它下线'],
  ],
  async run({ options, words, terminal }) {
    const [action, login] = words as [Action, string | undefined];
    if (!ACTIONS.includes(action))
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'user', given: action, limit: ACTIONS.join('、') },
      });
    const alone = action === 'list' || action === 'create-administrators';
    if (alone && login !== undefined)
      throw new RefusalError({ code: 'too-many-words', field: `user ${action}`, given: login, limit: 1 });
    if (!alone && login === undefined)
      throw new RefusalError({ code: 'too-few-words', field: `user ${action}`, given: 1, limit: '登录名' });
    return withOperator(terminal, async (operator) => {
      const shown = await act(operator, action, login ?? '');
      await (options.json ? terminal.write(`${JSON.stringify(shown, null, 2)}\n`) : tell(shown, operator, terminal));
      return EXIT.ok;
    });
  },
});

async function act(operator: Operator, action: Action, login: string): Promise<Shown> {
  switch (action) {
    case 'list':
      return { accounts: await operator.list() };
    case 'create-administrators':
      return { links: await operator.createAdministrators() };
    case 'link':
      return { links: [await operator.link(login)] };
    case 'lock':
      return { accounts: [await operator.lock(login)] };
    case 'unlock':
      return { accounts: [await operator.unlock(login)] };
    case 'reset-second-factor':
      return { accounts: [await operator.resetSecondFactor(login)] };
  }
}

async function tell(shown: Shown, { address }: Operator, terminal: Terminal): Promise<void> {
  if ('links' in shown) await terminal.write(linkLines(shown.links, address));
  else if (shown.accounts.length > 0)
    await terminal.write(table(accountColumns, shown.accounts.map(accountRow), terminal));
  else await terminal.note('还没有账号。启动 ./jingwei serve，或运行 ./jingwei user create-administrators。');
}

async function withOperator<T>(terminal: Terminal, work: (operator: Operator) => Promise<T>): Promise<T> {
  terminal.progress('正在打开数据……');
  // Loaded only here: commands that need no database do not wait for its code.
  const { openOperator } = await import('../../server/operator.ts');
  const operator = await openOperator();
  try {
    terminal.progress('');
    return await work(operator);
  } finally {
    await operator.close();
  }
}
