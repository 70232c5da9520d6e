import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { planApi } from '../../contract.ts';
import { ofDraft, ofEdition, type PlanVersion } from './version.ts';

interface VersionRead {
  readonly data: PlanVersion | undefined;
  readonly error: unknown;
  refetch(): void;
}

/** Reads the draft or an edition; undefined and null read nothing. */
export function useVersion(planId: string, wanted: 'draft' | number | null | undefined): VersionRead {
  const draft = useQuery({
    ...queryFor(planApi.readDraft, { params: { planId } }),
    enabled: wanted === 'draft',
    // The cache is kept right by every change; comparing the whole text each time would only cost time.
    structuralSharing: false,
    staleTime: 60_000,
    refetchOnMount: 'always',
  });
  const number = typeof wanted === 'number' ? wanted : 0;
  const edition = useQuery({
    ...queryFor(planApi.readEdition, { params: { planId, number } }),
    enabled: number > 0,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const data = useMemo(() => {
    if (number > 0) return edition.data && ofEdition(edition.data);
    return wanted === 'draft' ? draft.data && ofDraft(draft.data) : undefined;
  }, [number, wanted, draft.data, edition.data]);
  const used = number > 0 ? edition : draft;
  return { data, error: used.error, refetch: () => void used.refetch() };
}
