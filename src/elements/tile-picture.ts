/** A tile as a file: what its `toSVG` and `toPNG` give, and its menu prints. */
import { pictureOf, type PictureOptions } from '../export/picture';
import { languageOf } from './language';
import { wake } from './sleep';
import type { Tile } from './tile';

/** The picture of a tile, drawn first where it was out of sight. */
export async function pictureNow(tile: Tile, options?: PictureOptions): Promise<SVGSVGElement> {
  const { host } = tile;
  wake(host);
  await host.updateComplete;
  // Its words may have come meanwhile.
  const heading = tile.root.querySelector('h3')!.textContent;
  return pictureOf({ ...tile, lang: languageOf(host), heading }, options);
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
