import type { Config } from '../../platform/config/index.ts';
import { lastBackup } from '../../platform/db/backup/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { openMetrics, watchProcess } from '../../platform/metrics/index.ts';
import { programVersion } from '../version.ts';
import type { Edge } from './app.ts';
import { logOnStderr, noteIn } from './faults.ts';
import { placeOf } from './place.ts';

/** What watches a listening server: its log, its figures, and where faults are noted. */
export interface Watch {
  readonly edge: Edge;
  readonly noteFault: NoteFault;
  readonly close: () => void;
}

/** Opens log and metrics as the settings say. */
export async function openWatch(config: Config): Promise<Watch> {
  const log = logOnStderr(config.logLevel);
  const metrics = openMetrics();
  const close = watchProcess(metrics, await programVersion());
  const faults = metrics.counter('jingwei_faults_total', '程序自身的错误', []);
  faults.add([], 0);
  metrics.gauge('jingwei_last_backup_timestamp_seconds', '最近一次从这里做备份的时刻', [], async () => {
    const last = await lastBackup(placeOf(config).dataDir);
    return last === null ? [] : [{ labels: [], value: Date.parse(last.at) / 1000 }];
  });
  const note = noteIn(log);
  const { publicUrl, trustedProxies, metricsToken: token, metricsAddresses: addresses } = config;
  return {
    edge: { publicUrl, trustedProxies, log, metrics, metricsReaders: { token, addresses } },
    noteFault: (number, cause) => {
      faults.add([]);
      note(number, cause);
    },
    close,
  };
}
