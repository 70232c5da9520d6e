import { attemptsFor, jpegName, mostBytes } from './photo-size.ts';

/**
 * A photograph made small enough to be sent, upright as it was taken. Throws with a sentence for people where the browser
 * cannot read it.
 */
export async function smallPhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) throw new Error(`“${file.name}”不是浏览器读得出的照片。请换成 JPG 或 PNG。`);
  try {
    for (const { width, height, quality } of attemptsFor(picture.width, picture.height)) {
      const blob = await written(picture, width, height, quality);
      if (blob !== null && blob.size <= mostBytes)
        return new File([blob], jpegName(file.name), { type: 'image/jpeg', lastModified: file.lastModified });
    }
  } finally {
    picture.close();
  }
  throw new Error(`“${file.name}”压缩以后还是太大。请拍一张小一些的。`);
}

function written(picture: ImageBitmap, width: number, height: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.resolve(null);
  // What is transparent would be black in a JPEG.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
