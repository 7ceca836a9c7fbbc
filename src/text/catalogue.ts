/**
 * The words of the tiles, by language. English and Indonesian ship with the
 * kit, Indonesian in a chunk of its own; a page can register others, or replace
 * single words of these.
 */
import { en } from './en';
import { unwrittenWords } from './unwritten';
import type { Catalogue, Words } from './words';

export type { Catalogue, FirstWords, FormulaWords, LaterWords, Words } from './words';

/** Indonesian while its words are on their way: with this tag all is blank, in the room that words take. */
export const unwritten = 'id-Zxxx';

/** What pages have registered. */
const registered = /* @__PURE__ */ new Map<string, Partial<Catalogue>>();
/** Registered words over those they replace. */
const merged = /* @__PURE__ */ new Map<string, Words>();
/** Indonesian, once it was brought; `null` where it could not be had. */
let indonesian: Words | null | undefined;
let coming: Promise<void> | undefined;

/**
 * Adds a language, or replaces words of one that is there. `lang` is a BCP 47
 * tag, of which the language alone counts. Words left out are the English ones
 * (for "id": the Indonesian ones).
 */
export function registerCatalogue(lang: string, words: Partial<Catalogue>): void {
  const language = languageOf(lang);
  registered.set(language, { ...registered.get(language), ...words });
  merged.clear();
}

/** Loads the words of a language that are not at hand; `null` where they are, or there are none. */
export function bringWords(lang: string): Promise<void> | null {
  if (languageOf(lang) !== 'id' || indonesian !== undefined) return null;
  return (coming ??= import('./id')
    .then(
      ({ id }) => void (indonesian = id),
      // A tile that speaks English is better than none.
      () => void (indonesian = null),
    )
    .then(() => merged.clear()));
}

/** The words of a language; English where there are none, or none yet. */
export function catalogueFor(lang: string): Words {
  return lang === unwritten ? unwrittenWords() : (own(languageOf(lang)) ?? en);
}

/** A tag that Intl takes and that has a catalogue, so that words and numbers never mix languages. */
export function localeFor(lang: string): string {
  return (own(languageOf(lang)) && canonical(lang)) || 'en';
}

function own(language: string): Words | null | undefined {
  const shipped = language === 'id' ? indonesian : language === 'en' ? en : null;
  const words = registered.get(language);
  if (!words) return shipped;
  let both = merged.get(language);
  // An own `units` of undefined would hide English ones, and must: they are words too.
  if (!both)
    merged.set(language, (both = { ...(shipped ?? { ...en, units: undefined }), ...words }));
  return both;
}

const languages = /* @__PURE__ */ new Map<string, string>();

function languageOf(lang: string): string {
  let language = languages.get(lang);
  if (!language) languages.set(lang, (language = canonical(lang)?.split('-')[0] ?? 'en'));
  return language;
}

const tags = /* @__PURE__ */ new Map<string, string | null>();

/** "in_ID" is "id-ID"; what is no language tag at all is `null`. */
function canonical(lang: string): string | null {
  let tag = tags.get(lang);
  if (tag === undefined) {
    try {
      tag = Intl.getCanonicalLocales(String(lang).replaceAll('_', '-'))[0] ?? null;
    } catch {
      tag = null;
    }
    tags.set(lang, tag);
  }
  return tag;
}
