import { DataError } from './data-error';
import type { Answer } from './endpoint';
import { formatOf, refuseBinary, refuseFile, sniff } from './format';
import { pacer } from './pace';
import { loadTextReader, readWhole } from './readers/index';
import type { TextReading } from './readers/reader';
import { long, refuseOver, wholeLimit, type Document, type Reading } from './reading-plan';
import type { Surroundings } from './surroundings';

/** Text up to this size is kept, to tell an unchanged answer; longer ones are drawn as they come. */
const held = 2 ** 18;
/** Characters read between two looks at the clock: code that runs for the first time is ten times slower. */
const piece = 2 ** 14;

/**
 * Reads the body of an answer that does not say it is JSON. The text formats
 * are read record by record in slices of a few milliseconds, so that the page
 * stays responsive however long they are, and nothing but the last record is
 * kept.
 */
export async function readTexts(
  answer: Answer,
  plan: Reading,
  around: Surroundings,
): Promise<Document> {
  const { url } = answer;
  const zipped = /^application\/(x-)?gzip\b/i.test(answer.type ?? '');
  let format = zipped
    ? formatOf(null, plan.source, plan.path.replace(/\.gz$/i, ''))
    : formatOf(answer.type, plan.source, plan.path, answer.redirected);
  // A stream has no end that a poll could wait for, unless the page says it has.
  if (format === 'ndjson' && plan.poll && !plan.source) {
    throw new DataError('type', 'got a stream on a poll; source="ndjson" reads it', { url });
  }
  const streams = (): boolean => plan.streaming && format !== 'json' && format !== 'sniff';
  const limit = (): number => plan.limit || (streams() ? Infinity : wholeLimit);
  refuseOver(answer.length, limit(), url);

  const start = around.now();
  let bytes = 0;
  let count = 0;
  let told = start;
  const breath = pacer(around);
  let text = '';
  let decoder: TextDecoder | null = null;
  let reading: TextReading | null = null;
  const out = (rows: unknown[]): void => {
    count += rows.length;
    if (rows.length) plan.batch(rows);
  };
  /** Tells how far a long answer has come. */
  const tell = (): void => {
    const now = around.now();
    if (now - told < long) return;
    told = now;
    plan.progress(count, bytes);
  };
  /** Reads what is held, slice by slice. */
  const drain = async (): Promise<void> => {
    const all = text;
    text = '';
    for (let at = 0; at < all.length; at += piece) {
      out(reading!.push(all.length > piece ? all.slice(at, at + piece) : all));
      tell();
      await breath();
    }
  };

  const chunks = answer.chunks(streams());
  for await (const chunk of zipped ? unzip(chunks, url) : chunks) {
    bytes += chunk.byteLength;
    refuseOver(bytes, limit(), url);
    if (!decoder) {
      refuseBinary(chunk, url);
      decoder = new TextDecoder(encodingOf(chunk, format));
    }
    text += decoder.decode(chunk, { stream: true });
    if (format === 'sniff' && text.length > 1024) format = sniff(text);
    if (streams() && (reading || around.now() - start >= long || text.length > held)) {
      reading ??= (await loadTextReader(format)).open();
      await drain();
    }
    tell();
  }
  text += decoder?.decode() ?? '';
  if (reading) {
    await drain();
    out(reading.end());
    return { text: null, rows: null };
  }
  if (!text.trim()) throw new DataError('empty', 'empty body', { url, status: answer.status });
  if (format === 'sniff') format = sniff(text);
  if (format === 'json' && text.startsWith('/*O_o*/')) format = 'gviz';
  if (format === 'json') return { text, rows: null };
  return { text, rows: await readWhole(format, text) };
}

/**
 * Rows of a text that is said to be JSON and does not begin as JSON does; `null` where it may be
 * JSON all the same. Throws `DataError` `type` where it was no text, but a file of another program.
 */
export async function readOdd(text: string, url: string): Promise<unknown[] | null> {
  if (text.startsWith('/*O_o*/')) return readWhole('gviz', text);
  refuseFile(new TextEncoder().encode(text.slice(0, 1024)), url);
  return null;
}

/** JSON is UTF-8 whatever it says; spreadsheets save CSV as UTF-16 with a mark. */
function encodingOf(head: Uint8Array, format: string): string {
  if (format !== 'csv') return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The contents of a gzip file that the server sent as it is. */
async function* unzip(chunks: AsyncGenerator<Uint8Array>, url: string): AsyncGenerator<Uint8Array> {
  const zip = new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  const reader = zip.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError('syntax', 'not gzip', { url, detail: String(error) });
  } finally {
    void chunks.return(undefined);
    void reader.cancel().catch(() => {});
  }
}
