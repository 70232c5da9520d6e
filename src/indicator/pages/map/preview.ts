import { checkGeoJson, type GeoMap, usualGeoLimits } from '../../../../platform/geo/index.ts';
import { say } from '../../../../platform/messages/index.ts';

/** As much as one request brings. */
const mostBytes = 3_900_000;

/** A file as it would be drawn, or what is wrong with it, in sentences. */
export type Preview = { readonly map: GeoMap } | { readonly sentences: readonly string[] };

/**
 * Looks a file over before it is sent. Which codes are regions of ours the server knows alone: here every code that the file has
 * counts as known.
 */
export function previewOf(text: string, codeProperty: string | undefined): Preview {
  const found = checkGeoJson(text, everything, {
    ...(codeProperty !== undefined && { codeProperty }),
    limits: { ...usualGeoLimits, bytes: mostBytes },
  });
  return found.ok ? { map: found.value } : { sentences: found.refusals.map(say) };
}

/** A set that has whatever is asked for. */
const everything: ReadonlySet<string> = new (class extends Set<string> {
  override has(): boolean {
    return true;
  }
})();
