/** What somebody writes into the KPI table, while its data is replaced. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { pause, settled, tile, type Tile } from './tile';

type Field = 'Analysis' | 'Action';

const fields = (element: Tile): HTMLTextAreaElement[] => [
  ...element.shadowRoot!.querySelectorAll('textarea'),
];

/** The field of the row with this name; of several, the first. */
const field = (element: Tile, name: string, which: Field = 'Analysis'): HTMLTextAreaElement =>
  fields(element).find((one) => one.getAttribute('aria-label') === `Edit ${which}: ${name}`)!;

const names = (element: Tile): string[] =>
  [...element.shadowRoot!.querySelectorAll('tbody th:not(.group)')].map((cell) =>
    cell.textContent!.trim(),
  );

async function editable(data: unknown, attributes: Record<string, string> = {}): Promise<Tile> {
  const element = tile('kpi-target-table', {
    attributes: { lang: 'en', editable: '', ...attributes },
    properties: { data },
  });
  await settled(element, 'ready');
  for (let i = 0; i < 200 && !fields(element).length; i++) await pause(10);
  return element;
}

async function renew(element: Tile, data: unknown): Promise<void> {
  element.data = data;
  await element.updateComplete;
  await settled(element, 'ready');
}

/** Puts `text` into a field as a person does, and stays in it. */
async function type(target: HTMLTextAreaElement, text: string): Promise<void> {
  target.focus();
  target.select();
  await sendKeys({ type: text });
}

/** Leaves the field, and waits until what was held back is drawn. */
async function leave(element: Tile, target: HTMLTextAreaElement): Promise<void> {
  target.blur();
  await pause(20);
  await element.updateComplete;
}

async function write(element: Tile, target: HTMLTextAreaElement, text: string): Promise<void> {
  await type(target, text);
  await leave(element, target);
}

const savedBy = (element: Tile): string[] => {
  const saved: string[] = [];
  element.addEventListener('kpi-save', ({ detail: { metric, field, value } }) => {
    saved.push(`${metric} ${field} ${value}`);
  });
  return saved;
};

const rows = (a: number, b: number, own: Record<string, string> = {}): unknown[] => [
  { metric: 'A', value: a, target: '> 5', ...own },
  { metric: 'B', value: b, target: '> 5', analysis: `b is ${b}`, action: 'look' },
];

const kpis = 'csat > 90%; csat(method=mean) > 4; nps > 40';
const csat = 'Customer satisfaction';
const scores = (...given: number[]): unknown[] =>
  given.map((score) => ({ score, created_at: '2026-10-05' }));

describe('what was saved in the KPI table', () => {
  it('survives new data where it replaced a draft, whose other half is drafted anew', async () => {
    const element = await editable(scores(5, 5, 1), { kpis });
    const twin = fields(element)[2]!;
    expect(twin.getAttribute('aria-label')).to.equal(`Edit Analysis: ${csat} (mean)`);
    const saved = savedBy(element);
    await write(element, field(element, csat), 'Written.');
    const drafted = twin.value;
    await renew(element, scores(5, 1, 1, 1));
    expect(field(element, csat).value).to.equal('Written.');
    expect(field(element, csat, 'Action').value).to.not.equal('');
    // The same metric with other options is another row, and goes with the numbers.
    expect([drafted, 'Written.', '']).to.not.include(fields(element)[2]!.value);
    expect(element.toCSV()).to.include('Written.');
    expect(saved).to.deep.equal(['csat analysis Written.']);
  });

  it('survives new data and another language in ready rows, drafted or not', async () => {
    const element = await editable(rows(1, 2));
    await write(element, field(element, 'A', 'Action'), 'Do it.');
    await write(element, field(element, 'B'), 'Mine.');
    const drafted = field(element, 'A').value;
    await renew(element, [
      { metric: 'B', value: 3, target: '> 5', analysis: 'b is 2', action: 'newer' },
      { metric: 'A', value: 9, target: '> 5' },
    ]);
    expect(names(element)).to.deep.equal(['B', 'A']);
    expect(field(element, 'A', 'Action').value).to.equal('Do it.');
    expect([drafted, '']).to.not.include(field(element, 'A').value);
    expect(field(element, 'B').value).to.equal('Mine.');
    expect(field(element, 'B', 'Action').value).to.equal('newer');
    element.lang = 'id';
    await element.updateComplete;
    expect(fields(element).map(({ value }) => value)).to.include.members(['Mine.', 'Do it.']);
  });

  it('stays with its row among rows of one metric in other groups', async () => {
    const of = (...groups: string[]): unknown[] =>
      groups.map((group) => ({ metric: 'A', value: 1, analysis: group, group }));
    const element = await editable(of('North', 'South'));
    await write(element, fields(element)[2]!, 'Mine.');
    await renew(element, of('East', 'South', 'North'));
    expect(fields(element).map(({ value }) => value)).to.deep.equal([
      'East',
      '',
      'Mine.',
      '',
      'North',
      '',
    ]);
  });

  it('survives as an empty field', async () => {
    const element = await editable(rows(1, 2));
    for (const which of ['Analysis', 'Action'] as const) {
      const target = field(element, 'A', which);
      target.focus();
      target.select();
      await sendKeys({ press: 'Delete' });
      await leave(element, target);
    }
    await renew(element, rows(2, 2));
    expect(field(element, 'A').value).to.equal('');
    expect(field(element, 'A', 'Action').value).to.equal('');
  });

  it('gives way to another text that the data brings', async () => {
    const element = await editable(rows(1, 2));
    await write(element, field(element, 'A'), 'Mine.');
    await write(element, field(element, 'B'), 'Mine too.');
    await renew(element, rows(1, 3, { analysis: 'Theirs.' }));
    expect(field(element, 'A').value).to.equal('Theirs.');
    expect(field(element, 'B').value).to.equal('b is 3');
    // And it is gone for good.
    await renew(element, rows(1, 2));
    expect(field(element, 'A').value).to.not.equal('Mine.');
    expect(field(element, 'B').value).to.equal('b is 2');
  });

  it('stays when the table is no longer editable', async () => {
    const element = await editable(rows(1, 2));
    await write(element, field(element, 'A'), 'Mine.');
    element.removeAttribute('editable');
    await renew(element, rows(2, 3));
    expect(fields(element)).to.deep.equal([]);
    expect(element.toCSV()).to.include('Mine.').and.include('b is 3');
  });
});

describe('what is being typed in the KPI table', () => {
  for (const [kind, data, renewed, attributes, name] of [
    ['computed', scores(5, 5, 1), scores(5, 1, 1, 1), { kpis }, csat],
    ['ready', rows(1, 2), rows(3, 4), {}, 'A'],
  ] as const)
    it(`survives new data in ${kind} rows, while others are renewed`, async () => {
      const element = await editable(data, attributes);
      const saved = savedBy(element);
      const before = fields(element).map(({ value }) => value);
      const target = field(element, name);
      await type(target, 'Half a ');
      await renew(element, renewed);
      expect(element.shadowRoot!.activeElement === target).to.equal(true);
      expect(target.value).to.equal('Half a ');
      expect(fields(element)[2]!.value).to.not.equal(before[2]);
      await sendKeys({ type: 'sentence.' });
      expect(saved).to.deep.equal([]);
      await leave(element, target);
      await renew(element, data);
      expect(field(element, name).value).to.equal('Half a sentence.');
      expect(saved).to.have.length(1);
    });

  it('survives another text of the data, which Escape gives', async () => {
    const element = await editable(rows(1, 2));
    const saved = savedBy(element);
    const target = field(element, 'B');
    await type(target, 'Half');
    await renew(element, rows(1, 3));
    expect(target.value).to.equal('Half');
    await sendKeys({ press: 'Escape' });
    expect(target.value).to.equal('b is 3');
    await leave(element, target);
    expect(saved).to.deep.equal([]);
    expect(target.value).to.equal('b is 3');
  });

  it('is saved over what the data brought meanwhile, and only if somebody typed', async () => {
    const element = await editable(rows(1, 2));
    const saved = savedBy(element);
    const target = field(element, 'B');
    await type(target, 'Mine.');
    await renew(element, rows(1, 3));
    await leave(element, target);
    expect(saved).to.deep.equal(['B analysis Mine.']);
    expect(target.value).to.equal('Mine.');
    target.focus();
    await renew(element, rows(1, 4));
    expect(target.value).to.equal('Mine.');
    await leave(element, target);
    expect(saved).to.have.length(1);
    expect(target.value).to.equal('b is 4');
  });

  it('gives way on leaving when it was saved before the data brought another text', async () => {
    const element = await editable(rows(1, 2));
    const saved = savedBy(element);
    const target = field(element, 'B');
    await type(target, 'Mine.');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await renew(element, rows(1, 3));
    await leave(element, target);
    expect(saved).to.deep.equal(['B analysis Mine.']);
    expect(target.value).to.equal('b is 3');
  });

  it('holds the rows of a sorted table in place until it is left', async () => {
    const element = await editable(rows(1, 2));
    const head = [...element.shadowRoot!.querySelectorAll('thead button')].find(
      (button) => button.textContent === 'Result',
    ) as HTMLButtonElement;
    head.click();
    for (let i = 0; i < 200 && !head.closest('[aria-sort]'); i++) await pause(10);
    await element.updateComplete;
    const target = field(element, 'B');
    await type(target, 'Half');
    await renew(element, rows(9, 3));
    expect(names(element)).to.deep.equal(['A', 'B']);
    expect(element.shadowRoot!.activeElement === target).to.equal(true);
    await leave(element, target);
    expect(names(element)).to.deep.equal(['B', 'A']);
    expect(field(element, 'B').value).to.equal('Half');
    expect(field(element, 'A', 'Action').value).to.not.equal('look');
  });

  it('stays in its field when rows and columns come and go around it', async () => {
    const row = (metric: string, group: string): Record<string, unknown> => ({
      metric,
      group,
      value: 1,
      analysis: metric,
    });
    const element = await editable([row('A', 'X'), row('B', 'Y'), row('C', 'Y')]);
    const target = field(element, 'B');
    await type(target, 'Half');
    let left = 0;
    target.addEventListener('blur', () => left++);
    await renew(
      element,
      [row('N', 'Y'), row('D', 'X'), row('B', 'Y'), row('E', 'Y')].map((one) => ({
        ...one,
        target: '> 5',
        trend: [1, 2],
        due: '2026-12-01',
      })),
    );
    expect(element.shadowRoot!.activeElement === target).to.equal(true);
    expect([left, target.value]).to.deep.equal([0, 'Half']);
    expect(names(element)).to.deep.equal(['D', 'B', 'N', 'E']);
    const cell = target.closest('td')!;
    expect(cell.dataset.label).to.equal('Analysis');
    expect(cell.closest('tr')!.querySelector('th')!.textContent).to.include('B');
    await leave(element, target);
    expect(names(element)).to.deep.equal(['N', 'B', 'E', 'D']);
    expect(fields(element)).to.have.length(8);
  });
});
