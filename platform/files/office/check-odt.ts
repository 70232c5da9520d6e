import { openPackage } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';
import { refuseFile } from '../refusals.ts';

/**
 * Looks over an ODT package before LibreOffice gets it: the same checks of its directory and its XML as for docx, and
 * no password.
 */
export async function checkOdt(bytes: Uint8Array): Promise<void> {
  const container = await openPackage(bytes);
  if (!container.has('content.xml')) refuseFile('damaged', 'content.xml');
  const handler = {
    open: ({ local }: { local: string }) => {
      if (local === 'encryption-data') refuseFile('encrypted');
    },
    close: () => undefined,
  };
  for (const part of ['META-INF/manifest.xml', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml']) {
    await readXml(container, part, handler);
  }
}
