import { expect, test } from 'vitest';
import { openMetrics, watchProcess } from './index.ts';

test('counters, histograms and gauges in the text of Prometheus', async () => {
  const metrics = openMetrics();
  const requests = metrics.counter('requests_total', '请求数', ['route', 'status']);
  const seconds = metrics.histogram('request_seconds', '用时', ['route'], [0.1, 1]);
  metrics.gauge('pool', '连接', [], () => [{ labels: [], value: 3 }]);
  metrics.gauge('broken', '坏的', [], () => Promise.reject(new Error('no database')));
  requests.add(['/a', '200']);
  requests.add(['/a', '200'], 2);
  requests.add(['/"\n\\', '404']);
  for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe(['/a'], value);
  expect(await metrics.text()).toBe(`# HELP requests_total 请求数
# TYPE requests_total counter
requests_total{route="/a",status="200"} 3
requests_total{route="/\\"\\n\\\\",status="404"} 1
# HELP request_seconds 用时
# TYPE request_seconds histogram
request_seconds_bucket{route="/a",le="0.1"} 2
request_seconds_bucket{route="/a",le="1"} 3
request_seconds_bucket{route="/a",le="+Inf"} 4
request_seconds_sum{route="/a"} 7.65
request_seconds_count{route="/a"} 4
# HELP pool 连接
# TYPE pool gauge
pool 3
`);
});

test('no caller can make more series than there is room for', async () => {
  const metrics = openMetrics();
  const requests = metrics.counter('requests_total', '请求数', ['route']);
  for (let number = 0; number < 5000; number += 1) requests.add([`/${number}`]);
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('requests_total'));
  expect(lines).toHaveLength(2001);
  expect(lines.at(-1)).toBe('requests_total{route="other"} 3000');
});

test('the process tells of its memory and its delays', async () => {
  const metrics = openMetrics();
  const stop = watchProcess(metrics, '0.1.0');
  const text = await metrics.text();
  stop();
  expect(text).toMatch(/^jingwei_build_info\{version="0\.1\.0",node="24\.\d+\.\d+"\} 1$/m);
  expect(Number(/^process_resident_memory_bytes (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(1_000_000);
  expect(text).toContain('nodejs_eventloop_delay_seconds{quantile="0.99"}');
});
