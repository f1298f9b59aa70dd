import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A dialog above the page; Escape, a click beside it and its button close it. */
export function Dialog({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => element.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own.
    <dialog
      ref={element}
      aria-label={title}
      onClose={close}
      onClick={({ target }) => {
        if (target === element.current) close();
      }}
    >
      <div class="dialog-content">
        <header>
          <h2>{title}</h2>
          <button type="button" onClick={close}>
            Close
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
