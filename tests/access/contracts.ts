import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Endpoint } from '../../platform/http/endpoint.ts';

const slices = join(import.meta.dirname, '..', '..', 'src');

/** An endpoint with the name by which it stands in its contract: `planApi.readPlan`. */
export interface NamedEndpoint {
  readonly name: string;
  readonly slice: string;
  readonly endpoint: Endpoint;
}

/** Every endpoint of every slice's contract, found in the folders: a new one cannot be forgotten. */
export async function allEndpoints(): Promise<NamedEndpoint[]> {
  const found: NamedEndpoint[] = [];
  for (const slice of readdirSync(slices)) {
    const file = join(slices, slice, 'contract.ts');
    if (!existsSync(file)) continue;
    const face: Record<string, unknown> = await import(pathToFileURL(file).href);
    for (const [group, value] of Object.entries(face))
      for (const [name, endpoint] of Object.entries(typeof value === 'object' && value !== null ? value : {}))
        if (isEndpoint(endpoint)) found.push({ name: `${group}.${name}`, slice, endpoint });
  }
  return found;
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value;
