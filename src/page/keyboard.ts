import { useEffect } from 'preact/hooks';
import type { PageState } from './page-state';

export interface KeyAction {
  /** As `KeyboardEvent.key` tells them. */
  readonly keys: readonly string[];
  /** For the list of keys. */
  readonly shown: string;
  readonly name: string;
  readonly run: () => void;
}

/** A page of rows. */
const page = 20;

/** What the keys do wherever no text is written. */
export function keyActions(state: PageState): KeyAction[] {
  return [
    { keys: ['ArrowDown', 'j'], shown: '↓ j', name: 'next row', run: () => state.move(1) },
    { keys: ['ArrowUp', 'k'], shown: '↑ k', name: 'row before', run: () => state.move(-1) },
    { keys: ['PageDown'], shown: 'PgDn', name: `${page} rows on`, run: () => state.move(page) },
    { keys: ['PageUp'], shown: 'PgUp', name: `${page} rows back`, run: () => state.move(-page) },
    { keys: ['Home'], shown: 'Home', name: 'first row', run: () => state.move(Number.NEGATIVE_INFINITY) },
    { keys: ['End'], shown: 'End', name: 'last row', run: () => state.move(Number.POSITIVE_INFINITY) },
    {
      keys: ['ArrowLeft'],
      shown: '←',
      name: 'to its cause, on another agent if there is one',
      run: () => state.moveAlong('cause'),
    },
    { keys: ['ArrowRight'], shown: '→', name: 'to what came of it', run: () => state.moveAlong('effect') },
    { keys: ['Enter'], shown: 'Enter', name: 'into the details', run: () => focus('side-content') },
    {
      keys: ['/'],
      shown: '/',
      name: 'search; Enter and Shift+Enter go through what is found',
      run: () => focus('search'),
    },
    { keys: ['n'], shown: 'n', name: 'next that is found', run: () => state.moveToFound(1) },
    { keys: ['N'], shown: 'N', name: 'one before that is found', run: () => state.moveToFound(-1) },
    { keys: ['+', '='], shown: '+', name: 'zoom in', run: () => state.zoomBy(1) },
    { keys: ['-'], shown: '-', name: 'zoom out', run: () => state.zoomBy(-1) },
    { keys: ['0'], shown: '0', name: 'usual size', run: () => state.resetZoom() },
    { keys: ['t'], shown: 't', name: 'colours', run: () => press('t') },
    { keys: ['?'], shown: '?', name: 'this list', run: () => openHelp(state) },
    { keys: ['Escape'], shown: 'Esc', name: 'leave: search, details, selection', run: () => leave(state) },
  ];
}

/** Listens for keys, unless something is written or a dialog is open. */
export function useKeys(actions: readonly KeyAction[]): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return;
      const isWriting = target instanceof HTMLInputElement && target.type !== 'checkbox';
      const isElsewhere = target instanceof Element && target.closest('.diagram') === null && target !== document.body;
      if (isWriting && key !== 'Escape') return;
      if (isElsewhere && (isOwnKey(target, key) || key.startsWith('Page') || key === 'Home' || key === 'End')) return;
      const action = actions.find(({ keys }) => keys.includes(key));
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [actions]);
}

/** Buttons and links take Enter, tabs and what scrolls take arrows. */
function isOwnKey(target: Element, key: string): boolean {
  if (key === 'Enter') return true;
  return key.startsWith('Arrow') && target.closest('[role=tab], .side-content, .left, select') !== null;
}

function focus(id: string): void {
  document.getElementById(id)?.focus();
}

/** What has a key says so by `data-key`. */
function press(key: string): void {
  document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
}

function openHelp(state: PageState): void {
  state.isHelpOpen.value = true;
}

function leave(state: PageState): void {
  const search = document.getElementById('search');
  const isInDiagram = document.activeElement === document.getElementById('diagram');
  if (state.query.value !== '' && search instanceof HTMLInputElement) {
    search.value = '';
    state.query.value = '';
  } else if (isInDiagram || document.activeElement === document.body) state.selectedSeq.value = undefined;
  document.querySelector('details.menu[open]')?.removeAttribute('open');
  focus('diagram');
}
