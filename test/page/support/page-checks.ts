import type { Page } from 'playwright-core';

/** Controls that have no name for those who don't see them, as HTML. */
export function namelessControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, summary, [role=option], [role=tab], [role=listbox], dialog',
    );
    const nameOf = (element: HTMLElement): string => {
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
      const labelled = document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent;
      const label = [...(labels ?? [])].map(({ textContent }) => textContent).join(' ');
      return `${element.getAttribute('aria-label') ?? labelled ?? ''}${label}${element.textContent ?? ''}`.trim();
    };
    return [...controls].filter((element) => nameOf(element) === '').map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}

/** Texts whose contrast with what is behind them is under 4.5 to 1, with that number. */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (context === null) return ['no canvas'];
    /** Colours of any notation, painted over each other. */
    const paint = (colours: readonly string[]): readonly number[] => {
      context.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const backgrounds = (element: Element | null): string[] =>
      element === null ? [] : [...backgrounds(element.parentElement), getComputedStyle(element).backgroundColor];
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
    const faint = new Set<string>();
    for (const element of document.querySelectorAll('#page *')) {
      if (!hasText(element) || !element.checkVisibility() || element.matches(':disabled, option')) continue;
      const behind = backgrounds(element);
      const [text, back] = [luminance(paint([...behind, getComputedStyle(element).color])), luminance(paint(behind))];
      const contrast = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
      if (contrast < 4.5) faint.add(`${contrast.toFixed(1)} ${element.outerHTML.slice(0, 100)}`);
    }
    return [...faint];
  });
}
