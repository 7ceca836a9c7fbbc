import { catalogueFor, type Catalogue, type FormulaWords, type LaterWords } from './catalogue';

/** English for the menu and what it opens. */
export const enLater: LaterWords & { formulaWords: FormulaWords } = {
  refresh: 'Refresh',
  showTable: 'View table',
  showChart: 'View chart',
  formula: 'Formula',
  copyValue: 'Copy value',
  copyImage: 'Copy image',
  copied: 'Copied',
  downloadPng: 'Download PNG',
  downloadSvg: 'Download SVG',
  downloadCsv: 'Download CSV',
  fullScreen: 'Full screen',
  print: 'Print',
  close: 'Close',
  formulaWords: {
    method: 'Method',
    given: 'given, not computed here',
    invalid: 'Invalid',
    unanswered: 'No answer',
  },
};

/** All words of a language, for what is loaded when it is first used; those left out are English. */
export function allWords(lang: string): Catalogue & { formulaWords: FormulaWords } {
  const words = catalogueFor(lang);
  return {
    ...enLater,
    ...words,
    formulaWords: { ...enLater.formulaWords, ...words.formulaWords },
  };
}
