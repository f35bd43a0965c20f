/** Photos: only the dots are kept. They are decoded, turned upright and written anew, so that nothing else can come along. */
import { MEDIA_LIMITS, MEDIA_WORDS } from '@promenade/domain/media/media';
import sharp from 'sharp';
import { Invalid } from '../graphql/errors.ts';

sharp.cache(false);
// Of libvips' readers only these three: a file that says it is a photo is never read as a drawing or a document.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** Longest side in dots: sharp on a large screen and on paper, and small enough for bad Wi-Fi. */
const FULL = 2000;
const THUMB = 360;

export const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp']);

export type Picture = { readonly full: Buffer; readonly thumb: Buffer; readonly width: number; readonly height: number };

/** Throws Invalid with a sentence: damaged, cut short, or far too many dots. */
export async function pictureOf(file: Buffer): Promise<Picture> {
  const open = () => sharp(file, { limitInputPixels: MEDIA_LIMITS.photoPixels, failOn: 'truncated', pages: 1 });
  try {
    const { width, height } = await open().metadata();
    if (width * height > MEDIA_LIMITS.photoPixels) throw new Invalid(MEDIA_WORDS.TOO_MANY_PIXELS(''));
    const { data: full, info } = await open().autoOrient().resize({ width: FULL, height: FULL, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').webp({ quality: 82 }).toBuffer({ resolveWithObject: true });
    return { full, thumb: await thumbOf(full), width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw new Invalid(/pixel limit/i.test(String(error)) ? MEDIA_WORDS.TOO_MANY_PIXELS('') : MEDIA_WORDS.PHOTO_BROKEN(''));
  }
}

/** The small one, of a photo that is written anew already. */
export function thumbOf(full: Buffer): Promise<Buffer> {
  return sharp(full).resize({ width: THUMB, height: THUMB, fit: 'inside', withoutEnlargement: true }).webp({ quality: 76 }).toBuffer();
}
