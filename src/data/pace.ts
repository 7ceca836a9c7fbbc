import { turns, type Turns } from './turns';

/** What a reader takes from its surroundings to let the page draw. */
export type Pace = Partial<Pick<Turns, 'worked' | 'rest'>>;

/** Milliseconds of work at a stretch; a listener's own work comes on top. */
const stretch = 8;

/** What to await between pieces of work: it rests after each stretch, so that the page can draw. */
export function pacer({
  worked = turns.worked,
  rest = turns.rest,
}: Pace): () => Promise<void> | undefined {
  let since = worked();
  return () =>
    worked() - since > stretch
      ? rest().then(() => {
          since = worked();
        })
      : undefined;
}
