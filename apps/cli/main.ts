import { runCli } from './run.ts';
import { processTerminal } from './terminal/process.ts';

/** Entry of `./jingwei`. Everything else can be called from tests without a process. */
process.exitCode = await runCli(process.argv.slice(2), processTerminal());
