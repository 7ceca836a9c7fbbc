/** A tile as a file: what its `toSVG` and `toPNG` give, and its menu prints. */
import { pictureOf, type PictureOptions } from '../export/picture';
import { wake } from './sleep';
import type { Tile } from './tile';

/** The picture of a tile, drawn first where it was out of sight. */
export async function pictureNow(tile: Tile, options?: PictureOptions): Promise<SVGSVGElement> {
  wake(tile.host);
  await tile.host.updateComplete;
  return pictureOf(tile, options);
}

export async function svgNow(tile: Tile, options?: PictureOptions): Promise<string> {
  return new XMLSerializer().serializeToString(await pictureNow(tile, options));
}

export async function pngNow(
  tile: Tile,
  options?: PictureOptions & { scale?: number },
): Promise<Blob> {
  const [picture, { pngOf }] = await Promise.all([
    pictureNow(tile, options),
    import('../export/png'),
  ]);
  return pngOf(picture, options?.scale ?? 2);
}
