import '../src/define';
import { offerTrial } from './trial';
import { words, type PageLang, type Word } from './words';

/** What both gauges of "the same number" offer. */
interface Gauge extends HTMLElement {
  readonly result: { value: number | null; n: number; interval: readonly number[] | null } | null;
}

const root = document.documentElement;
const address = new URL(location.href);

/** `?lang=en&theme=dark` can be shared and is kept while switching. */
function remember(name: string, value: string, standard: string) {
  if (value === standard) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}

function speak(lang: PageLang) {
  const say = words[lang];
  root.lang = lang;
  document.title = `${say.title} · Metrik`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = say[element.dataset.word as Word];
  }
  for (const name of ['heading', 'note'] as const) {
    for (const tile of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
      tile.setAttribute(name, say[tile.dataset[name] as Word]);
    }
  }
  // These tiles show words that come with the data.
  const label = lang === 'id' ? 'IVR baru' : 'New IVR';
  for (const tile of document.querySelectorAll('[events]')) {
    tile.setAttribute('events', JSON.stringify([{ date: '2026-06-15', label }]));
  }
  const name = lang === 'id' ? 'Industri' : 'Industry';
  for (const tile of document.querySelectorAll('[benchmark]')) {
    tile.setAttribute('benchmark', JSON.stringify({ value: 31, name }));
  }
  const written = document.querySelector('#written');
  written?.setAttribute('src', `/api/kpis?set=report${lang === 'en' ? '&lang=en' : ''}`);
  remember('lang', lang, 'id');
  judge();
}

function dress(theme: string) {
  root.dataset.theme = theme;
  remember('theme', theme, 'auto');
}

/** Says whether the two gauges over raw and counted data agree, bit for bit. */
function judge() {
  const verdict = document.querySelector<HTMLElement>('#verdict');
  const [raw, counted] = ['raw', 'counted'].map((id) => {
    return (document.getElementById(id) as Gauge | null)?.result;
  });
  if (!verdict || !raw || !counted) return;
  const lang = root.lang as PageLang;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 12 });
  const figures = [raw, counted].map(({ value, n }) => {
    return value === null ? '–' : `${number.format(value)} (n = ${number.format(n)})`;
  });
  const equal = raw.value === counted.value && raw.n === counted.n;
  verdict.className = `verdict ${equal ? 'equal' : 'different'}`;
  verdict.textContent = equal
    ? `✓ ${words[lang].equal}: ${figures[0]}`
    : `✗ ${words[lang].different}: ${figures.join(' – ')}`;
}

for (const id of ['raw', 'counted']) document.getElementById(id)?.addEventListener('load', judge);

for (const [name, standard, change] of [
  ['lang', 'id', (value: string) => speak(value as PageLang)],
  ['theme', 'auto', dress],
] as const) {
  const choices = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  for (const choice of choices) choice.addEventListener('change', () => change(choice.value));
  // A browser that goes back restores the radio buttons; the address decides.
  const wanted = address.searchParams.get(name) ?? standard;
  const choice = choices.find(({ value }) => value === wanted) ?? choices[0];
  if (!choice) continue;
  choice.checked = true;
  change(choice.value);
}
judge();
offerTrial();
