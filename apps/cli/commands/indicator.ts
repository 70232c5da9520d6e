import { readConfig } from '../../../platform/config/index.ts';
import type { Kysely } from '../../../platform/db/index.ts';
import type { IndicatorTables } from '../../../src/indicator/index.ts';
import { isPeriod, RefusalError } from '../../../src/kernel/index.ts';
import { command, EXIT } from '../command.ts';

export const indicator = command({
  usage: 'indicator verify [选项]',
  about:
    '把每一期的汇总数（各地区、各单位、各产业链）和一笔笔数重新加一遍的结果逐格比对。有不符的列出时期，退出码为 1；\n' +
    '加 --repair 就把这些时期重新汇总，修好以后退出码为 0。服务照常运行，比对时新存的数也算在内。',
  words: { min: 1, max: 1, what: ' verify', choices: ['verify'] },
  options: {
    repair: { type: 'boolean', help: '把不符的时期重新汇总' },
    period: { type: 'string', value: '时期', help: '只核对这一期，如 2025-03；缺省核对全部' },
    json: { type: 'boolean', help: '输出 JSON' },
  },
  examples: [
    ['./jingwei indicator verify', '核对全部时期'],
    ['./jingwei indicator verify --period 2025-03 --repair', '核对一期，不符就修好'],
  ],
  async run({ options, words, terminal }) {
    if (words[0] !== 'verify')
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: 'indicator', given: words[0] ?? '', limit: 'verify' },
      });
    const { period, repair = false, json = false } = options;
    if (period !== undefined && !isPeriod(period))
      throw new RefusalError({
        ...{ code: 'option-value-unknown', field: '--period', given: period, limit: '2025、2025-Q1、2025-03' },
      });
    const [{ openOwner }, { asSystem, openKysely }, { placeOf }, { loadIndicatorServer }] = await Promise.all([
      import('../../../platform/db/owner.ts'),
      import('../../../platform/db/index.ts'),
      import('../../server/place.ts'),
      import('../../../src/indicator/index.ts'),
    ]);
    const { verifyTotals } = await loadIndicatorServer();
    const { dataDir, url } = placeOf(readConfig(process.env));
    const owner = await openOwner({ dataDir, url });
    const db: Kysely<IndicatorTables> = openKysely(owner.ownerAddress, {
      ...{ connections: 1, owner: true },
    });
    try {
      const asked = { periods: period === undefined ? null : [period], repair };
      const found = await asSystem(() =>
        verifyTotals({ db }, asked, (each, at, of) => terminal.progress(`核对 ${each}（${at}/${of}）……`)),
      );
      terminal.progress('');
      const wrong = found.filter((each) => each.wrong).map((each) => each.period);
      const told = wrong.length === 0 ? '全部相符' : `不符的有 ${wrong.join('、')}${repair ? '，已经重新汇总' : ''}`;
      await terminal.write(
        json
          ? `${JSON.stringify({ checked: found.length, wrong, repaired: repair ? wrong : [] }, null, 2)}\n`
          : `核对了 ${found.length} 期，${told}。\n`,
      );
      return wrong.length === 0 || repair ? EXIT.ok : EXIT.found;
    } finally {
      await db.destroy();
      await owner.close();
    }
  },
});
