import { absent, DataError } from './data-error';
import type { Answer } from './endpoint';
import { long, refuseOver, wholeLimit, type Document, type Reading } from './reading-plan';
import type { Surroundings } from './surroundings';

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
  const limit = plan.limit || wholeLimit;
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
  if (/^([^\s\w{["-]|PK)/.test(text)) {
    const { readOdd } = await import('./reading-texts').catch(absent);
    return { text, rows: await readOdd(text, url) };
  }
  return { text, rows: null };
}
