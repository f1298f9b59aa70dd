import { useState } from 'preact/hooks';

const themes = ['light dark', 'light', 'dark'] as const;

type Theme = (typeof themes)[number];

const names: Readonly<Record<Theme, string>> = { 'light dark': 'Auto', light: 'Light', dark: 'Dark' };

/** Light, dark, or as the machine is set. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>('light dark');
  const choose = () => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'light dark';
    document.documentElement.style.colorScheme = next;
    setTheme(next);
  };
  return (
    <button
      type="button"
      class="theme"
      title="Colours: as the machine is set, light, or dark (t)"
      data-key="t"
      onClick={choose}
    >
      {names[theme]}
      <span class="hidden-text"> colours</span>
    </button>
  );
}
