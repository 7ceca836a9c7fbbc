/** The words around a formula. Not part of the catalogue, since they load only where one is shown. */
import { catalogueFor, localeFor } from './catalogue';

export interface FormulaWords {
  /** How a value is computed: "top-two-box, 1-5". */
  method: string;
  /** Somebody else computed it. */
  given: string;
  /** Answers out of scale, or not a number. */
  invalid: string;
  /** Records without an answer. */
  unanswered: string;
}

const en: FormulaWords = {
  method: 'Method',
  given: 'given, not computed here',
  invalid: 'Invalid',
  unanswered: 'No answer',
};

const id: FormulaWords = {
  method: 'Metode',
  given: 'diberikan, tidak dihitung di sini',
  invalid: 'Tidak sah',
  unanswered: 'Tanpa jawaban',
};

/** A registered catalogue may bring its own as `formulaWords`; words left out are the English ones. */
export const formulaWords = (lang: string): FormulaWords => ({
  ...(/^id\b/.test(localeFor(lang)) ? id : en),
  ...catalogueFor(lang).formulaWords,
});
