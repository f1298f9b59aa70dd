import type { RecordedTest } from './recording';

/** Links to the pages of several tests. */
export function listOfTests(tests: readonly RecordedTest[], parameters: URLSearchParams): string {
  const items = tests.map(({ test, errors }, index) => {
    const link = new URLSearchParams([...parameters, ['test', `${index}`]]);
    const failed = errors.length === 0 ? '' : ' ✗';
    return `<li><a href="/?${escaped(`${link}`)}">${escaped(`${test.file}: ${test.name}`)}</a>${failed}</li>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>fake-ohos-worker</title><ol>${items.join('\n')}</ol>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
