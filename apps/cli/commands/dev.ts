import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';

export const dev = command({
  usage: 'dev [选项]',
  about: '边改边看：服务的源码一改就重启，网页随改随新。带临江的示范内容。按 Ctrl-C 结束。',
  words: { min: 0, max: 0, what: '' },
  options: {
    port: { type: 'string', value: '端口', help: '网页的端口，缺省 5173；服务在后一个端口' },
  },
  examples: [['npm run dev', '打开它打印的地址']],
  async run({ options, terminal }) {
    const root = join(import.meta.dirname, '../../..');
    const port = wholeNumber(options.port, '--port', 1) ?? 5173;
    const api = `http://127.0.0.1:${port + 1}`;
    const main = join(root, 'apps/cli/main.ts');
    const server = spawn(
      process.execPath,
      ['--watch', '--watch-preserve-output', main, 'serve', '--demo', '--api-only', '--port', String(port + 1)],
      { stdio: 'inherit', cwd: root },
    );
    const { createServer } = await import('vite');
    const web = await createServer({
      configFile: join(root, 'apps/web/vite.config.ts'),
      server: { port, strictPort: true, host: '127.0.0.1', proxy: { '/api': { target: api } } },
    });
    await web.listen();
    await terminal.note(`网页 http://127.0.0.1:${port} ，接口 ${api}/api/v1 。按 Ctrl-C 结束。`);
    const stop = () => server.kill('SIGTERM');
    process.once('SIGINT', stop).once('SIGTERM', stop);
    await once(server, 'exit');
    await web.close();
    return EXIT.ok;
  },
});
