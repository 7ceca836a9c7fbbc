/** Tiles with everything on them, at once or when their answer is let go. */
import { frames } from '../support/frames';
import { address, compared, months, pause, rowsFor, tile, type Tag, type Tile } from './tile';

/** Each element with much on it, and what it shows. */
export const full: Record<Tag, { attributes: Record<string, string>; data: unknown }> = {
  ...compared,
  'kpi-target-table': {
    attributes: { kpis: 'csat > 75%; nps(score=nps) > 40; aht < 4:00', 'no-draft': '' },
    data: months.flatMap((month) =>
      [2, 3, 4, 5].map((score, i) => ({
        month,
        count: 400,
        score,
        nps: 5 + i,
        handle_seconds: 400 + 40 * i,
      })),
    ),
  },
  'trend-line': { attributes: { target: '> 40' }, data: rowsFor['trend-line'] },
};

/** A tile with everything on it. */
export function whole(tag: Tag, attributes: Record<string, string> = {}, into?: Node): Tile {
  return tile(tag, {
    attributes: { 'time-zone': 'Asia/Jakarta', ...full[tag].attributes, ...attributes },
    properties: { data: full[tag].data },
    into,
  });
}

/** A tile is given its size in one frame and drawn in the next; where it is out of sight, neither. */
export async function atRest(): Promise<void> {
  await frames(4);
  await pause();
}

/** A tile whose answer is held back until `answer` is called. */
export function held(
  tag: Tag,
  attributes: Record<string, string>,
  into: Node,
  respond = () => Response.json(full[tag].data),
) {
  let answer: (() => void) | undefined;
  const fetcher = () =>
    new Promise<Response>((resolve) => {
      answer = () => resolve(respond());
    });
  /** Code that a tile needs comes before its data is asked for. */
  const asked = async () => {
    while (!answer) await pause(10);
    await element.updateComplete;
    await atRest();
  };
  const element = tile(tag, {
    attributes: {
      src: address(),
      'time-zone': 'Asia/Jakarta',
      ...attributes,
    },
    properties: { fetcher },
    into,
  });
  return { element, asked, answer: () => answer!() };
}
