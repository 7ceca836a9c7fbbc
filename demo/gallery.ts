/**
 * All stories on one page, to look at: `?width=240&theme=dark&lang=id&dir=rtl&only=nps-gauge`.
 * `width` sets the width of each tile in CSS pixels; without it a story has its own.
 */
/// <reference types="vite/client" />
import { render, type TemplateResult } from 'lit';

interface Story {
  args?: Record<string, unknown>;
  render?: (args: Record<string, unknown>, context: unknown) => TemplateResult;
}
interface Stories extends Record<string, Story> {
  default: Story & { title?: string };
}

const asked = new URLSearchParams(location.search);
const { documentElement: page } = document;
page.lang = asked.get('lang') ?? 'en';
page.style.colorScheme = asked.get('theme') ?? 'light';
page.dir = asked.get('dir') ?? 'ltr';

const files = import.meta.glob<Stories>('../stories/*.stories.ts', { eager: true });
for (const { default: meta, ...stories } of Object.values(files)) {
  const only = asked.get('only');
  if (only && meta.title !== only) continue;
  for (const [name, story] of Object.entries(stories)) {
    const args = { ...meta.args, ...story.args };
    const draw = story.render ?? meta.render;
    if (!draw) continue;
    const section = document.createElement('section');
    const width =
      asked.get('width') ??
      { narrow: '200', wide: '900' }[String(args.width)] ??
      (/table|line/.test(String(meta.title)) ? '900' : '340');
    section.style.width = `${width}px`;
    const title = document.createElement('h2');
    title.textContent = `${meta.title} · ${name}`;
    const room = document.createElement('div');
    section.append(title, room);
    document.body.append(section);
    render(draw(args, { args, globals: {} }), room);
  }
}
