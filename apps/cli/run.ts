import { ApiRefused } from '../../platform/http/client.ts';
import { say } from '../../platform/messages/index.ts';
import { nearest, RefusalError } from '../../src/kernel/index.ts';
import { programVersion } from '../version.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { registry } from './registry.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Runs one command line (without the program's name) and gives its exit code; never throws. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    if (error instanceof RefusalError) {
      for (const refusal of error.refusals) await terminal.note(say(refusal));
      return EXIT.refused;
    }
    if (error instanceof ApiRefused) {
      await terminal.note(error.message);
      return EXIT.refused;
    }
    await terminal.note(
      `程序出错了，这是程序的问题，不是文件的问题：${error instanceof Error ? error.message : error}`,
    );
    await terminal.note('加上环境变量 JINGWEI_DEBUG=1 再运行一次可以看到细节，请连同文件一起反馈。');
    if (process.env.JINGWEI_DEBUG && error instanceof Error) await terminal.note(error.stack ?? '');
    return EXIT.refused;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    if (first === 'help' && rest[0] !== undefined) return dispatch([rest[0], '--help'], terminal);
    await terminal.write(overview(terminal.style));
    return first === undefined ? EXIT.refused : EXIT.ok;
  }
  if (first === '--version' || first === '-v') {
    await terminal.write(`${await programVersion()}\n`);
    return EXIT.ok;
  }
  const entry = registry.find((candidate) => candidate.name === first);
  if (entry === undefined) {
    const names = registry.map((candidate) => candidate.name);
    throw new RefusalError({ code: 'unknown-command', given: first, limit: nearest(first, names) });
  }
  const command = await entry.load();
  if (asksForHelp(rest)) {
    await terminal.write(commandHelp(command, terminal.style));
    return EXIT.ok;
  }
  return command.run({ ...readArguments(command, rest), terminal });
}

const asksForHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
};
