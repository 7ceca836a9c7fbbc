import { localeFor } from './catalogue';

const cache = /* @__PURE__ */ new Map<string, unknown>();

/** One formatter per language and options: making one costs a hundred times using it. */
export function cached<T>(make: (locale: string) => T, lang: string, key: string): T {
  const locale = localeFor(lang);
  const at = `${locale} ${key}`;
  let made = cache.get(at) as T | undefined;
  if (!made) cache.set(at, (made = make(locale)));
  return made;
}
