import type { StoredEntry } from '../trace';

/** What the page can be narrowed to; each has a colour. */
export const categories = ['message', 'life', 'call', 'timer', 'loss', 'error', 'console', 'note'] as const;

export type Category = (typeof categories)[number];

export const categoryNames: Readonly<Record<Category, string>> = {
  message: 'Messages',
  life: 'Life cycle',
  call: 'Calls',
  timer: 'Timers',
  loss: 'Lost',
  error: 'Errors',
  console: 'Console',
  note: 'Notes',
};

const byType: Readonly<Record<StoredEntry['type'], Category>> = {
  new: 'life',
  post: 'message',
  queue: 'life',
  begin: 'life',
  end: 'life',
  discard: 'loss',
  start: 'life',
  running: 'life',
  message: 'message',
  drop: 'loss',
  link: 'note',
  fault: 'note',
  throw: 'error',
  error: 'error',
  call: 'call',
  timeout: 'call',
  answer: 'call',
  timer: 'timer',
  terminate: 'life',
  close: 'life',
  stop: 'life',
  exit: 'life',
  uncaught: 'error',
  console: 'console',
  diagnostic: 'note',
};

export function categoryOf({ type }: Pick<StoredEntry, 'type'>): Category {
  return byType[type];
}

/** What is done of the tasks of a kind. */
export function categoryOfTask(kind: string): Category {
  if (kind === 'message' || kind === 'call' || kind === 'timer' || kind === 'error') return kind;
  return 'life';
}

/** How tasks come and go is drawn, and has no rows. */
export function hasRow({ type }: Pick<StoredEntry, 'type'>): boolean {
  return type !== 'queue' && type !== 'begin' && type !== 'end';
}
