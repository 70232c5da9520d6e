import { join } from 'node:path';
import { command, EXIT } from '../command.ts';
import { buildIfStale, buildPages } from '../web-pages.ts';

export const buildWeb = command({
  usage: 'build-web [选项]',
  about: '把网页源码生成浏览器用的文件（apps/web/dist）。serve 在需要时会自己生成，一般不必单独运行。',
  words: { min: 0, max: 0, what: '' },
  options: { 'if-stale': { type: 'boolean', help: '源码没有变动就不重做' } },
  examples: [['npm run build', '生成网页文件']],
  async run({ options, terminal }) {
    const root = join(import.meta.dirname, '../../..');
    if (options['if-stale']) await buildIfStale(root, terminal);
    else await buildPages(root, terminal);
    return EXIT.ok;
  },
});
