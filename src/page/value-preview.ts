import type { StoredValue } from '../trace';
import { quoted, shapeOf } from './value-shape';
import { cutText, visibleLine } from './visible-text';

const deepest = 3;
const mostChildren = 6;

/** One line that shows a value, as Node would. */
export function previewValue(value: StoredValue, length = 160): string {
  return cutText(visibleLine(write(value, 0, length)), length);
}

function write(value: StoredValue, depth: number, length: number): string {
  const shape = shapeOf(value);
  if (shape.kind === 'text') return quoted({ ...shape, text: shape.text.slice(0, length) });
  const { title, brackets, children, more } = shape;
  const [open, close] = brackets;
  if (children.length === 0 && more === 0) return title.includes(': ') ? `[${title}]` : named(title, `${open}${close}`);
  if (depth === deepest) return named(title, `${open}…${close}`);
  const parts: string[] = [];
  let room = length;
  for (const { name, value: child, join } of children.slice(0, mostChildren)) {
    if (room <= 0) break;
    const part = `${join === '' ? '' : `${name.slice(0, room)}${join}`}${write(child, depth + 1, room)}`;
    parts.push(part);
    room -= part.length;
  }
  const left = children.length - parts.length + more;
  if (left > 0) parts.push(`… ${left} more`);
  return named(title, `${open} ${parts.join(', ')} ${close}`);
}

function named(title: string, text: string): string {
  return title === '' ? text : `${title} ${text}`;
}
