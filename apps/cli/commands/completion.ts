import { command, EXIT } from '../command.ts';
import { bashCompletion, describeCommands, zshCompletion } from '../completion-script.ts';

export const completion = command({
  usage: 'completion bash|zsh',
  about: '打印命令补全脚本：按 Tab 补全命令、选项和取值。',
  words: { min: 1, max: 1, what: ' bash 或 zsh', choices: ['bash', 'zsh'] },
  options: {},
  examples: [
    ['source <(./jingwei completion bash)', '在当前 bash 里启用；写进 ~/.bashrc 则每次启用'],
    ['./jingwei completion zsh > ~/.zfunc/_jingwei', 'zsh：存到 fpath 里的文件夹'],
  ],
  async run({ words, terminal }) {
    const commands = await describeCommands();
    await terminal.write(words[0] === 'zsh' ? zshCompletion(commands) : bashCompletion(commands));
    return EXIT.ok;
  },
});
