import { RefusalError } from '../../../src/kernel/index.ts';
import { bareJpeg } from './jpeg.ts';
import { barePng } from './png.ts';
import { bareWebp } from './webp.ts';

const bare: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
};

/**
 * A photograph without what the camera wrote beside it: where and when it was taken, with which machine, by whom. The picture
 * itself is the same bytes, and stands upright as before. What is no JPEG, PNG or WebP stays as it is. Refuses (`damaged`) one
 * that does not reach its end: what cannot be read through cannot be told to be without a place.
 */
export function barePicture(fileName: string, mediaType: string, bytes: Buffer): Buffer {
  const strip = bare[mediaType];
  if (strip === undefined) return bytes;
  const done = strip(bytes);
  if (done === null) throw new RefusalError({ code: 'damaged', field: fileName });
  return done;
}
