import { html, nothing, type TemplateResult } from 'lit';
import { workedFormula } from '../export/worked';
import { described } from '../metrics/described';
import type { Lang } from '../metrics/metric';
import { formatNumber, formatValue } from '../text/format';
import { allWords } from '../text/later';
import { methodText } from '../text/method-words';
import type { Explained, Tile } from './tile';

/** How one value was made: formula, the same with its numbers, meaning, method, counts and interval. */
function explained(value: Explained, { lang }: Tile): TemplateResult {
  const { metric, options, result, at } = value;
  const own: Lang = /^i[dn]\b/.test(lang) ? 'id' : 'en';
  const words = allWords(lang);
  const about = described(metric);
  const { name, description } = about.text[own];
  const title = value.name ?? name;
  const said = words.formulaWords;
  const { n, invalid, unanswered, method, interval, unit, currency } = result;
  const worked = workedFormula(result, lang);
  const end = (value: number): string => formatValue(value, unit, { lang, digits: 1, currency });
  const isGiven = method === 'given';
  const facts: [string, string][] = [
    [said.method, isGiven ? said.given : methodText(words.methodName?.(method) ?? method, own)],
    // Whoever gives a value need not say of how many; a 0 would claim to know.
    ...[
      ['n', n] as const,
      [said.invalid, invalid] as const,
      [said.unanswered, unanswered] as const,
    ].flatMap(([name, count]): [string, string][] =>
      isGiven && !count ? [] : [[name, formatNumber(count, lang)]],
    ),
  ];
  return html`<section class="about">
    <h4 tabindex="-1">${at ? `${title} · ${at}` : title}</h4>
    <p>${description}</p>
    <p class="made">${about.formula(options, own)}</p>
    ${worked === null ? nothing : html`<p class="made worked">${worked}</p>`}
    <dl>
      ${facts.map(
        ([name, text]) =>
          html`<dt>${name}</dt>
            <dd>${text || '–'}</dd>`,
      )}
    </dl>
    ${interval ? html`<p>${words.interval} ${words.to(end(interval[0]), end(interval[1]))}</p>` : nothing}
  </section>`;
}

/** Every value of a tile explained, and the way out. */
export function formulaPanel(tile: Tile, close: () => void): TemplateResult {
  return html`${tile.explain().map((value) => explained(value, tile))}
    <button class="close" @click=${close}>${allWords(tile.lang).close}</button>`;
}
