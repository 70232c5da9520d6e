import { type PictureText, pictureOf } from './svg-text.ts';

/** Pixels for each of the screen's, so that it stays sharp on paper and on a wall. */
const usualScale = 2;
/** What every browser can draw. */
const mostSide = 8_000;

/** The chart as a PNG on white, drawn by the browser itself. Fails where the browser cannot draw it. */
export async function svgToPng(svg: SVGSVGElement, text: PictureText = {}, scale = usualScale): Promise<Blob> {
  const picture = pictureOf(svg, text);
  const { width, height } = picture.viewBox.baseVal;
  const by = Math.min(scale, mostSide / Math.max(width, height));
  const source = new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml;charset=utf-8' });
  const address = URL.createObjectURL(source);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * by);
    canvas.height = Math.round(height * by);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
