import { limits } from '../limits.ts';
import { openPackage } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';
import { refuseFile } from '../refusals.ts';

/**
 * Looks over an ODT package before LibreOffice gets it: the same checks of its directory and its XML as for docx, no
 * password, and not too much of anything.
 */
export async function checkOdt(bytes: Uint8Array): Promise<void> {
  const container = await openPackage(bytes);
  if (!container.has('content.xml')) refuseFile('damaged', 'content.xml');
  let elements = 0;
  let paragraphs = 0;
  const handler = {
    open: ({ local }: { local: string }) => {
      elements += 1;
      if (elements > limits.officeElements) refuseFile('too-many-elements', elements, limits.officeElements);
      if (local === 'p' || local === 'h') paragraphs += 1;
      if (paragraphs > limits.officeParagraphs) refuseFile('too-many-lines', paragraphs, limits.officeParagraphs);
      if (local === 'encryption-data') refuseFile('encrypted');
    },
    close: () => undefined,
  };
  for (const part of ['META-INF/manifest.xml', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml']) {
    await readXml(container, part, handler);
  }
}
