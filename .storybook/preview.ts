import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import './preview.css';

setCustomElementsManifest(manifest);

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
    docs: { codePanel: true },
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
    (story, { globals }) => {
      const root = document.documentElement;
      root.lang = String(globals.lang ?? 'en');
      root.classList.toggle('dark', globals.theme === 'dark');
      return story();
    },
  ],
};

export default preview;
