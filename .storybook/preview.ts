import type { Preview } from '@storybook/web-components-vite';
import { argTypesOf, descriptionOf, giveAttributes } from './arg-types';
import './preview.css';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // Every rule that says WCAG 2.2 AA or below; a finding fails the story, here as in the tests.
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      },
    },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: {
      codePanel: true,
      extractArgTypes: argTypesOf,
      extractComponentDescription: descriptionOf,
    },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    lang: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'id', title: 'Bahasa Indonesia' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', lang: 'en' },
  decorators: [
    (story, { globals, args, component, canvasElement }) => {
      const root = document.documentElement;
      root.lang = String(globals.lang ?? 'en');
      root.classList.toggle('dark', globals.theme === 'dark');
      const shown = story();
      // Once the template is in the page.
      queueMicrotask(() => giveAttributes(canvasElement, component as string, args));
      return shown;
    },
  ],
};

export default preview;
