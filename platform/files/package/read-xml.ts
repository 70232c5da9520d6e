import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import type { Package } from './open-package.ts';

export interface XmlTag {
  readonly uri: string;
  readonly local: string;
  /** The value of the attribute with this local name, whatever its namespace; null when it is not there. */
  attribute(local: string): string | null;
}

export interface XmlHandler {
  open(tag: XmlTag): void;
  close(local: string, uri: string): void;
  text?(text: string): void;
}

/**
 * Reads one XML part of a package as a stream of events; does nothing when the part is not there. Refuses any document
 * type declaration (the only way to declare entities, and no Office file has one), elements nested too deeply and XML
 * that is not well formed.
 */
export async function readXml(container: Package, part: string, handler: XmlHandler): Promise<void> {
  if (!container.has(part)) return;
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('doctype', () => refuseFile('nested-entities', part));
  parser.on('error', (error) => refuseFile('damaged', `${part}: ${error.message}`));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.depth) refuseFile('too-deep', depth, limits.depth);
    const attributes = Object.values(tag.attributes) as SaxesAttributeNS[];
    const attribute = (local: string): string | null => attributes.find((each) => each.local === local)?.value ?? null;
    handler.open({ uri: tag.uri, local: tag.local, attribute });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(tag.local, tag.uri);
  });
  if (handler.text !== undefined) parser.on('text', (text) => handler.text?.(text));
  if (handler.text !== undefined) parser.on('cdata', (text) => handler.text?.(text));
  let decoder: TextDecoder | null = null;
  for await (const chunk of container.read(part)) {
    decoder ??= new TextDecoder(xmlEncoding(chunk));
    const text = decoder.decode(chunk, { stream: true });
    if (text.includes('<!DOCTYPE')) refuseFile('nested-entities', part);
    parser.write(text);
  }
  if (decoder !== null) parser.write(decoder.decode());
  parser.close();
}

/** XML of a package is UTF-8, or UTF-16 with a byte order mark. */
function xmlEncoding(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
