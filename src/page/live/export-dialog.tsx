import { useState } from 'preact/hooks';
import { Dialog } from '../dialog';
import type { LiveSession } from './live-session';

/** The test that `export` has made: to be copied, or saved as a file. */
export function ExportDialog({ session }: { session: LiveSession }) {
  const [isCopied, setCopied] = useState(false);
  const text = session.exported.value;
  if (text === undefined) return null;
  const close = () => {
    session.exported.value = undefined;
    setCopied(false);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Dialog title="A test that follows this order" close={close}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls. */}
      <pre class="exported" tabIndex={0}>
        {text}
      </pre>
      <div class="buttons">
        <button type="button" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" onClick={() => save(text)}>
          Save as a file
        </button>
      </div>
    </Dialog>
  );
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: 'exported.test.ts' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
