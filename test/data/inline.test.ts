import { expect } from '@open-wc/testing';
import { html, render, type TemplateResult } from 'lit';
import { DataError } from '../../src/data/data-error';
import { readInline } from '../../src/data/inline';

function fixture(template: TemplateResult): Element {
  const page = document.createElement('div');
  render(template, page);
  return page.firstElementChild!;
}

describe('readInline', () => {
  it('is null where there is neither script nor table', () => {
    expect(readInline(fixture(html`<div><p>Soon</p></div>`))).to.equal(null);
  });

  it('reads a JSON script', () => {
    const host = fixture(
      html`<div>
        <script type="application/json">
          [{ "score": 9 }]
        </script>
      </div>`,
    );
    expect(readInline(host)).to.deep.equal([{ score: 9 }]);
  });

  it('names the text of a script that is not JSON', async () => {
    const host = fixture(
      html`<div>
        <script type="application/json">
          score = nine
        </script>
      </div>`,
    );
    const error = await Promise.resolve(readInline(host)).catch((cause: unknown) => cause);
    expect(error).to.be.instanceOf(DataError);
    expect((error as DataError).message).to.match(/^not json: "score = nine"/);
  });

  it('leaves a script of another kind alone', () => {
    const host = fixture(
      html`<div>
        <script type="text/plain">
          [1]
        </script>
      </div>`,
    );
    expect(readInline(host)).to.equal(null);
  });

  const tableOf = (rows: string): Promise<unknown> => {
    const host = document.createElement('div');
    host.innerHTML = `<table>${rows}</table>`;
    return Promise.resolve(readInline(host)).catch((cause: unknown) => cause);
  };

  for (const rows of [
    '<tr><td>nps</td><td>9</td></tr>',
    '<tr><th>csat</th><td>85%</td></tr>',
    '<tr><td><data value="4.5">empat setengah</data></td></tr>',
  ])
    it(`says that a table of one row has no head: ${rows}`, async () => {
      const error = (await tableOf(rows)) as DataError;
      expect(error).to.be.instanceOf(DataError);
      expect(error.code).to.equal('contract');
      expect(error.message).to.match(
        /^a table of one row, with "[\d.%]+"; the first row names the fields/,
      );
    });

  for (const rows of [
    '<tr><th>score</th><th>q1</th></tr>',
    '<thead><tr><td>score</td><td>month</td></tr></thead>',
    '<tr><td>score</td><td>month</td></tr>',
    '',
  ])
    it(`takes a table of names alone for one without answers: ${rows || 'no row'}`, async () => {
      expect(await tableOf(rows)).to.deep.equal([]);
    });

  it('reads a table by its first row, text as it stands, without its totals', async () => {
    const host = fixture(
      html`<div>
        <table>
          <thead>
            <tr>
              <th>month</th>
              <th>score</th>
              <th></th>
            </tr>
          </thead>
          <tfoot>
            <tr>
              <td>all</td>
              <td>9</td>
              <td></td>
            </tr>
          </tfoot>
          <tbody>
            <tr>
              <td><time datetime="2026-06">Juni</time></td>
              <td>9.50</td>
              <td>x</td>
            </tr>
            <tr>
              <td>2026-07</td>
              <td><data value="4.5">4,5</data></td>
            </tr>
          </tbody>
        </table>
      </div>`,
    );
    expect(await readInline(host)).to.deep.equal([
      { month: '2026-06', score: '9.50' },
      { month: '2026-07', score: '4.5' },
    ]);
  });

  it('gives no rows for a table with only a head', async () => {
    const host = fixture(
      html`<div>
        <table>
          <tr>
            <th>score</th>
          </tr>
        </table>
      </div>`,
    );
    expect(await readInline(host)).to.deep.equal([]);
  });
});
