import { useQuery } from '@tanstack/react-query';
import { useContext, useMemo } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { EntitlementViewContext } from '../../../../platform/web/shell/entitlement-view.ts';
import type { FilePartProps } from '../../../../platform/web/shell/file-parts.ts';
import { type EnterpriseGrantJson, enterpriseApi } from '../../contract.ts';
import { useGrants } from '../grants/use-grants.ts';

/** What it can get by what the register knows of it: what is not known is asked for, not guessed. */
export function Entitlements({ enterprise, asOf }: FilePartProps) {
  const View = useContext(EntitlementViewContext);
  const params = { enterpriseId: enterprise.id };
  const facts = useQuery(queryFor(enterpriseApi.readFacts, { params, query: asOf === null ? {} : { on: asOf } }));
  const grants = useGrants(enterprise.id, asOf);
  const had = useMemo(() => hadOf(grants.data?.grants ?? []), [grants.data]);
  const values = useMemo(
    () =>
      Object.fromEntries(
        (facts.data?.facts ?? []).flatMap(({ fact, value }) => (value === null ? [] : [[fact, value] as const])),
      ),
    [facts.data],
  );
  if (facts.error && facts.data === undefined)
    return <Failure error={facts.error} onRetry={() => void facts.refetch()} />;
  if (facts.data === undefined || View === null) return <Waiting lines={4} />;
  return (
    <>
      <p className="pale">
        按档案里 {Object.keys(values).length} 项已知的情况，在 {facts.data.on} 的规定下算出来的；没有登记的情况不猜。
      </p>
      <View values={values} on={facts.data.on} had={had} />
    </>
  );
}

/** What was had of which clause, the newest first. */
function hadOf(grants: readonly EnterpriseGrantJson[]) {
  const known = grants.flatMap(({ clause, grantedOn: on, amountFen: fen, docNumber }) =>
    clause === null ? [] : [{ clause: clause.id, on, fen, docNumber }],
  );
  return new Map([...Map.groupBy(known, ({ clause }) => clause)]);
}
