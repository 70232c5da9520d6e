import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RefusalError } from '../../../src/kernel/index.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';
import { readDocuments } from '../read-documents.ts';
import { commandFiles } from '../scaffold/command.ts';
import { format, type NewFile, writeNewFiles } from '../scaffold/files.ts';
import { policyFiles } from '../scaffold/policy.ts';
import { permissionOf, registerSlice } from '../scaffold/register.ts';
import { sliceFiles } from '../scaffold/slice.ts';
import type { Terminal } from '../terminal/terminal.ts';

const KINDS = ['slice', 'command', 'policy'] as const;

export const scaffold = command({
  usage: 'new slice|command|policy 名字… [选项]',
  about:
    '按房子的规矩生成骨架，带能通过的测试：slice 切片名 中文名；command 切片 动词名 中文名；policy 内容包名。\n' +
    '切片自动列入次序；政策内容包由一份公文读出，再由人对照原文核对。已有的文件不会被改动。',
  words: { min: 2, max: 4, what: ' slice、command 或 policy，和名字', choices: KINDS },
  options: {
    from: { type: 'string', value: '文件', help: 'policy：从哪份公文读出' },
    part: { type: 'string', value: 'N', help: 'policy：文件里的第 N 份公文' },
    region: { type: 'string', value: '代码', help: 'policy：发文地区的六位行政区划代码' },
    root: { type: 'string', value: '文件夹', help: '写到别的检出里，缺省为本仓库' },
  },
  examples: [
    ['npm run new -- slice appeal 诉求', '新切片 src/appeal'],
    ['npm run new -- command plan archive-plan 归档方案', '新命令 src/plan/commands/archive-plan.ts'],
    ['npm run new -- policy linjiang-silk --from 方案.docx --region 990100', '新内容包 packs/linjiang-silk'],
  ],
  async run({ options, words, terminal }) {
    const root = options.root ?? join(import.meta.dirname, '../../..');
    const [kind, first = '', second, third] = words;
    if (kind === 'slice') {
      const chinese = second ?? first;
      await write(root, sliceFiles(first, chinese), terminal);
      await format(root, await registerSlice(root, first, chinese));
      await terminal.note(
        '已列入切片的次序（tests/architecture/imports.ts）、提示的目录（platform/messages/index.ts）和权限（src/access/domain/permissions.ts）。哪些角色有这些权限，在 packs/base/roles.yaml 里写明。',
      );
    } else if (kind === 'command') {
      if (second === undefined)
        throw new RefusalError({ code: 'too-few-words', field: 'new', given: 2, limit: '命令的名字' });
      if (!existsSync(join(root, 'src', first, 'commands'))) {
        throw new RefusalError({ code: 'slice-not-there', field: 'new', given: first });
      }
      await write(root, commandFiles(first, second, third ?? second, await permissionOf(root, first)), terminal);
    } else if (kind === 'policy') {
      const { from, region } = options;
      if (from === undefined || region === undefined) {
        const missing = from === undefined ? '--from 文件' : '--region 代码';
        throw new RefusalError({ code: 'option-missing', field: 'new policy', limit: missing });
      }
      const { documents } = await readDocuments(from, wholeNumber(options.part, '--part', 1) ?? 1, terminal);
      await write(
        root,
        documents.flatMap((document) => policyFiles(first, document, region)),
        terminal,
      );
      await terminal.note('请对照原文核对，补上名录里没有的单位，再运行 npm test -- packs 查看还缺什么。');
    } else {
      throw new RefusalError({
        code: 'option-value-unknown',
        field: 'new',
        given: kind ?? '',
        limit: KINDS.join('、'),
      });
    }
    return EXIT.ok;
  },
});

async function write(root: string, files: readonly NewFile[], terminal: Terminal): Promise<void> {
  await writeNewFiles(root, files);
  const code = files.map(({ path }) => path).filter((path) => path.endsWith('.ts'));
  if (code.length > 0) await format(root, code);
  await terminal.write(files.map(({ path }) => `${path}\n`).join(''));
}
