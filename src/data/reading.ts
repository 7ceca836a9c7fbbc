import { absent, DataError } from './data-error';
import type { Answer } from './endpoint';
import type { Surroundings } from './surroundings';

/** 32 MiB: the largest answer that is read whole, where the page says nothing else. */
export const wholeLimit = 2 ** 25;
/** Milliseconds after which an answer counts as long: its progress is told, its rows are drawn. */
export const long = 300;

/** How one answer is to be read. */
export interface Reading {
  source: string;
  path: string;
  /** The page's own limit in bytes. */
  limit?: number;
  /** Rows may be told as they come. */
  streaming: boolean;
  /** A poll, which waits for an end. */
  poll: boolean;
  /** Takes the rows of a long text as they come. */
  batch(rows: unknown[]): void;
  progress(rows: number, bytes: number): void;
}

/** What was read: JSON text; or rows of a short text; or nothing more, where all rows went out in batches. */
export interface Document {
  text: string | null;
  rows: unknown[] | null;
}

/** Reads the body of an answer: JSON as one document, all else by code that has to load. */
export async function readBody(
  answer: Answer,
  plan: Reading,
  around: Surroundings,
): Promise<Document> {
  const isJson = /^(application|text)\/([\w.+-]+\+)?json\s*(;|$)/i.test(answer.type ?? '');
  if (!isJson || /^(csv|ndjson|gviz)$/.test(plan.source)) {
    const { readTexts } = await import('./reading-texts').catch(absent);
    return readTexts(answer, plan, around);
  }
  const { url, status } = answer;
  const limit = plan.limit ?? wholeLimit;
  const decoder = new TextDecoder();
  let told = around.now();
  let bytes = 0;
  let text = '';
  refuseOver(answer.length, limit, url);
  for await (const chunk of answer.chunks(false)) {
    refuseOver((bytes += chunk.byteLength), limit, url);
    text += decoder.decode(chunk, { stream: true });
    if (around.now() - told >= long) {
      told = around.now();
      plan.progress(0, bytes);
    }
  }
  text += decoder.decode();
  if (!text.trim()) throw new DataError('empty', 'empty body', { url, status });
  if (text.startsWith('/*O_o*/')) {
    const { readWhole } = await import('./readers/index').catch(absent);
    return { text, rows: await readWhole('gviz', text) };
  }
  return { text, rows: null };
}

/** Throws `limit` for more bytes than allowed. */
export function refuseOver(bytes: number, limit: number, url: string): void {
  if (bytes > limit) throw new DataError('limit', `answer is larger than ${limit} bytes`, { url });
}
