import { allowedHere } from '../export/allowed';
import { fileName, save } from '../export/save';
import type { Result } from '../metrics/metric';
import { allWords } from '../text/later';
import { formatValue } from '../text/format';
import type { Tile } from './tile';

/** One line of the menu. */
export interface MenuItem {
  id: string;
  label: string;
  /** Key that does the same while the tile has focus. */
  key?: string;
  checked?: boolean;
  /** Opens a line before it. */
  opens?: boolean;
  /** What it does; `stay` keeps the menu open for the answer. */
  run(): unknown;
  stay?: boolean;
}

/** What "copy value" copies: the value as it is shown, or the sentence where there are several. */
function valueText(result: Result | readonly Result[] | null, tile: Tile): string {
  if (!result || Array.isArray(result)) return tile.sentence();
  const { value, unit, currency } = result as Result;
  return formatValue(value, unit, { lang: tile.lang, sign: unit === 'points', currency });
}

/** Whether there is a formula; none where an attribute cannot be read, which the tile itself says. */
function hasFormula(tile: Tile): boolean {
  try {
    return tile.explain().length > 0;
  } catch {
    return false;
  }
}

/**
 * What a tile offers now. What has no sense yet (a table of nothing), and what
 * the page or its frame forbids, is not there.
 */
export function menuItems(tile: Tile, showFormula: () => void): MenuItem[] {
  const { host, lang, heading } = tile;
  const words = allWords(lang);
  const { result, src } = host;
  const may = allowedHere();
  const has = result !== null && !/^(idle|empty)$/.test(host.status);
  const full = document.fullscreenElement === host;
  const items: (MenuItem | false)[] = [
    !!src && { id: 'refresh', label: words.refresh, run: () => host.refresh() },
    has &&
      (tile.tableOpen || !tile.root.querySelector('.body > [part~=table]')) && {
        id: 'table',
        label: tile.tableOpen ? words.showChart : words.showTable,
        key: 'T',
        run: () => tile.toggleTable(),
      },
    has &&
      hasFormula(tile) && {
        id: 'formula',
        label: words.formula,
        run: showFormula,
        stay: true,
      },
    has &&
      may.copyText && {
        id: 'copy-value',
        label: words.copyValue,
        opens: true,
        run: () => navigator.clipboard.writeText(valueText(result, tile)),
        stay: true,
      },
    has &&
      may.copyImage && {
        id: 'copy-image',
        label: words.copyImage,
        // A promise of the picture, since the press itself must start the copy.
        run: () => navigator.clipboard.write([new ClipboardItem({ 'image/png': host.toPNG() })]),
        stay: true,
      },
    has &&
      may.download && {
        id: 'png',
        label: words.downloadPng,
        opens: true,
        run: async () => save(await host.toPNG(), fileName(heading, 'png')),
      },
    has &&
      may.download && {
        id: 'svg',
        label: words.downloadSvg,
        run: async () => save(await host.toSVG(), fileName(heading, 'svg')),
      },
    has &&
      may.download && {
        id: 'csv',
        label: words.downloadCsv,
        run: () => save(host.toCSV(), fileName(heading, 'csv')),
      },
    (may.fullScreen || full) && {
      id: 'full-screen',
      label: words.fullScreen,
      checked: full,
      opens: true,
      run: () => (full ? document.exitFullscreen() : host.requestFullscreen()),
    },
    may.print &&
      has && {
        id: 'print',
        label: words.print,
        opens: !may.fullScreen,
        run: async () => {
          const [{ printPicture }, { pictureNow }] = await Promise.all([
            import('../export/print'),
            import('./tile-picture'),
          ]);
          printPicture(await pictureNow(tile, { theme: 'light' }), tile.root);
        },
      },
  ];
  return items.filter((item) => item !== false);
}
