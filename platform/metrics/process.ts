import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metrics } from './registry.ts';

/** What the process itself is like: memory, processor, how late its event loop is. Gives how to stop watching. */
export function watchProcess(metrics: Metrics, version: string): () => void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const one = (value: number) => [{ labels: [], value }];
  const started = Math.round(Date.now() / 1000 - process.uptime());
  metrics.gauge('jingwei_build_info', '程序的版本和 Node 的版本，值总是 1', ['version', 'node'], () => [
    { labels: [version, process.versions.node], value: 1 },
  ]);
  metrics.gauge('process_start_time_seconds', '进程启动的时刻', [], () => one(started));
  metrics.gauge('process_resident_memory_bytes', '进程占用的内存', [], () => one(process.memoryUsage.rss()));
  metrics.gauge('nodejs_heap_used_bytes', '脚本堆里用掉的内存', [], () => one(process.memoryUsage().heapUsed));
  metrics.gauge('process_cpu_seconds', '进程用掉的处理器时间', ['mode'], () => {
    const { user, system } = process.cpuUsage();
    return [
      { labels: ['user'], value: user / 1e6 },
      { labels: ['system'], value: system / 1e6 },
    ];
  });
  metrics.gauge('nodejs_eventloop_delay_seconds', '事件循环的延迟，自上次读取以来', ['quantile'], () => {
    const samples = [0.5, 0.99, 1].map((quantile) => ({
      labels: [String(quantile)],
      value: delay.count === 0 ? 0 : delay.percentile(quantile * 100) / 1e9,
    }));
    delay.reset();
    return samples;
  });
  return () => void delay.disable();
}
