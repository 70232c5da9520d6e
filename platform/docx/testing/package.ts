import { posix } from 'node:path';
import { openPackage } from '../../files/package/open-package.ts';
import { readXml } from '../../files/package/read-xml.ts';

/**
 * What Word would want to repair: parts that are not well formed, parts without a type, relations to parts that are not
 * there, relations that are called but not kept, parts that nothing leads to. Empty for a sound file.
 */
export async function faultsOf(docx: Uint8Array): Promise<string[]> {
  const container = await openPackage(docx);
  const faults: string[] = [];
  const types = { extensions: new Set<string>(), parts: new Set<string>() };
  await readXml(container, '[Content_Types].xml', {
    open(tag) {
      if (tag.local === 'Default') types.extensions.add((tag.attribute('Extension') ?? '').toLowerCase());
      if (tag.local === 'Override') types.parts.add((tag.attribute('PartName') ?? '').slice(1));
    },
    close: () => undefined,
  });
  for (const part of types.parts) if (!container.has(part)) faults.push(`typed but missing: ${part}`);
  const reached = new Set<string>();
  for (const name of container.names) {
    if (name === '[Content_Types].xml') continue;
    if (!types.parts.has(name) && !types.extensions.has(/[^.]*$/.exec(name)?.[0].toLowerCase() ?? '')) {
      faults.push(`without a type: ${name}`);
    }
    if (name.endsWith('.rels')) for (const target of await targets(name)) reached.add(target);
    else if (name.endsWith('.xml')) await calls(name);
  }
  for (const name of container.names) {
    if (!name.endsWith('.rels') && name !== '[Content_Types].xml' && !reached.has(name))
      faults.push(`unreached: ${name}`);
  }
  return faults;

  async function targets(relations: string): Promise<string[]> {
    const folder = posix.dirname(posix.dirname(relations));
    const found: string[] = [];
    await readXml(container, relations, {
      open(tag) {
        if (tag.local !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
        const target = tag.attribute('Target') ?? '';
        const path = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
        if (container.has(path)) found.push(path);
        else faults.push(`${relations} leads to ${path}, which is missing`);
      },
      close: () => undefined,
    });
    return found;
  }

  async function calls(part: string): Promise<void> {
    const ids = new Set<string>();
    await readXml(container, `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`, {
      open: (tag) => ids.add(tag.attribute('Id') ?? ''),
      close: () => undefined,
    });
    await readXml(container, part, {
      open(tag) {
        const called = ['headerReference', 'footerReference', 'chart', 'externalData', 'blip'].includes(tag.local)
          ? (tag.attribute('id') ?? tag.attribute('embed'))
          : null;
        if (called !== null && !ids.has(called)) faults.push(`${part} calls ${called}, which is not kept`);
      },
      close: () => undefined,
    });
  }
}

/** The text of one part of a package. */
export async function partText(docx: Uint8Array, name: string): Promise<string> {
  const container = await openPackage(docx);
  const chunks: Uint8Array[] = [];
  for await (const chunk of container.read(name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
