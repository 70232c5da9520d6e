import { join } from 'node:path';
import { wholeNumber } from '../arguments.ts';
import { command } from '../command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { buildIfStale } from '../web-pages.ts';

const ROOT = join(import.meta.dirname, '../../..');

export const serve = command({
  usage: 'serve [选项]',
  about:
    '启动网页服务，用浏览器打开它打印的地址。网页文件没有生成或已过时会先生成一次。按 Ctrl-C 停止。\n配置全部是环境变量，见 docs/configuration.md；有一个不对就不启动。',
  words: { min: 0, max: 0, what: '' },
  options: {
    port: { type: 'string', value: '端口', help: '缺省为 JINGWEI_PORT，再缺省 7140；0 为任意空闲端口' },
    host: {
      type: 'string',
      value: '地址',
      help: '缺省为 JINGWEI_HOST，再缺省 127.0.0.1（只有本机能访问）；0.0.0.0 为所有网卡',
    },
    demo: { type: 'boolean', help: '数据库为空时放入虚构的临江市的示范内容' },
    'api-only': { type: 'boolean', help: '不生成网页文件，只提供接口' },
  },
  examples: [
    ['npm start', '即 ./jingwei serve --demo'],
    ['./jingwei serve --port 8080 --host 0.0.0.0', '让局域网里的人访问'],
    ['JINGWEI_DATA=/srv/jingwei ./jingwei serve', '数据放在别处'],
  ],
  async run({ options, terminal }) {
    // Building the pages sets it, whatever the operator's was.
    const nodeEnv = process.env.NODE_ENV;
    const port = wholeNumber(options.port, '--port', 0);
    if (!options['api-only'])
      await buildIfStale(ROOT, terminal).catch((error: unknown) => buildFailed(error, terminal));
    const { serveUntilStopped } = await import('../../server/main.ts');
    return serveUntilStopped({
      ...(port === null ? {} : { port }),
      ...(options.host === undefined ? {} : { host: options.host }),
      demo: options.demo === true,
      nodeEnv,
    });
  },
});

/** The API works without pages, and older pages may still be there: a failed build does not keep the server down. */
const buildFailed = (error: unknown, terminal: Terminal): Promise<void> =>
  terminal.note(`网页文件没有生成，先提供接口和已有的网页。原因：${error instanceof Error ? error.message : error}`);
