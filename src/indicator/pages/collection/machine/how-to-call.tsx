import { addressFor } from '../../../../../platform/web/api.ts';
import { ScrollRegion } from '../../../../../platform/web/layout/scroll-region.tsx';
import { collectionApi } from '../../../contract.ts';

/** A batch as it is sent; the value is in the smallest unit, as the definition of the indicator says. */
const example = (address: string): string =>
  [
    `curl -X PUT ${address} \\`,
    `  -H 'authorization: Bearer 令牌' -H 'content-type: application/json' \\`,
    `  -d '{"key":"batch-2026-03-01","figures":[{"indicatorId":"revenue","period":"2026-03","enterpriseId":"企业编号","chainId":"产业链编号","value":1234500}]}'`,
  ].join('\n');

/** How another system writes figures. */
export const HowToCall = () => (
  <section aria-labelledby="machine-call">
    <h2 id="machine-call">怎样调用</h2>
    <ScrollRegion className="machine-scroll" aria-label="调用的例子">
      <pre className="machine-call">
        {example(`${window.location.origin}${addressFor(collectionApi.putFigures, undefined)}`)}
      </pre>
    </ScrollRegion>
    <p className="machine-note">
      value 是整数：数值乘以 10 的小数位数次方，小数位数见指标目录。key 是这一批的名字，由字母、数字和 . _ : -
      组成；同一个 key 再发一次不会重复写。每个数各有答复：已存、没有变、没有收和原因。
    </p>
  </section>
);
