import { chromium, libreOffice } from './tools.ts';

/** Says once, before the tests, which of them will be skipped on this machine and what to install. */
export default function setup(): void {
  for (const tool of [chromium(), libreOffice()]) {
    if (tool.path === null) process.stdout.write(`跳过：${tool.missing}\n`);
  }
}
