import type { ReactiveElement } from 'lit';
import { formatNumber } from '../text/format';
import { allWords } from '../text/later';
import { announce } from './live-region';

/** Tiles of a page that change so many ms after one another are spoken of together. */
const togetherMs = 150;
/** So many are each spoken of; of more it is said how many they are. */
const few = 3;
/** What changes without end leaves a listener so many ms between two messages, and more where the first said little. */
const pauseMs = 5000;
const longPauseMs = 30_000;

/** Tiles that have changed, with the words and the language of each. */
const changed = new Map<ReactiveElement, readonly [text: string, lang: string]>();
let earliest = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function speak(): void {
  timer = undefined;
  const news = [...changed].filter(([tile]) => tile.checkVisibility());
  changed.clear();
  const [first] = news;
  if (!first) return;
  earliest = performance.now() + (news.length > few ? longPauseMs : pauseMs);
  if (news.length <= few) {
    for (const [tile, [text]] of news) announce(tile.renderRoot, text);
  } else {
    const [tile, [, lang]] = first;
    const count = formatNumber(news.length, lang);
    announce(tile.renderRoot, allWords(lang).manyChanged(count));
  }
}

/**
 * Says politely what a tile shows now. Tiles that change together share one message, and what
 * changes again before the last message has had its time is told later, as it is then.
 */
export function tellOf(tile: ReactiveElement, text: string, lang: string): void {
  changed.set(tile, [text, lang]);
  timer ??= setTimeout(speak, Math.max(togetherMs, earliest - performance.now()));
}
