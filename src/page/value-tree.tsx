import { useState } from 'preact/hooks';
import type { StoredValue } from '../trace';
import { previewValue } from './value-preview';
import { type ChildValue, quoted, shapeOf, type ValueShape } from './value-shape';
import { cutText, visibleText } from './visible-text';

/** Of a longer text the start is shown until somebody asks for all of it. */
const longText = 400;

/** Of more children the first are shown until somebody asks for more. */
const childrenAtOnce = 100;

/** Values up to here are opened by themselves, if they have few children. */
const openDepth = 2;
const fewChildren = 30;

/** A payload as lists in lists, which open and close. */
export function ValueTree({ value }: { value: StoredValue }) {
  return (
    <ul class="tree" aria-label="Payload">
      <TreeItem child={{ name: '', value, join: '' }} depth={0} />
    </ul>
  );
}

function TreeItem({ child, depth }: { child: ChildValue; depth: number }) {
  const shape = shapeOf(child.value);
  return (
    <li>
      {shape.kind === 'text' ? (
        <span class="leaf">
          <Name child={child} />
          <Leaf shape={shape} />
        </span>
      ) : (
        <Branch child={child} shape={shape} depth={depth} />
      )}
    </li>
  );
}

function Branch({
  child,
  shape,
  depth,
}: {
  child: ChildValue;
  shape: Extract<ValueShape, { kind: 'children' }>;
  depth: number;
}) {
  const { title, brackets, children, more } = shape;
  const [isOpen, setOpen] = useState(depth < openDepth && children.length <= fewChildren);
  const [count, setCount] = useState(childrenAtOnce);
  const isEmpty = children.length === 0 && more === 0;
  if (isEmpty) {
    return (
      <span class="leaf">
        <Name child={child} />
        <span class="title">{visibleText(title === '' ? brackets : title)}</span>
      </span>
    );
  }
  return (
    <>
      <button type="button" class="branch" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Name child={child} />
        {title !== '' && <bdi class="title">{visibleText(cutText(title, longText))}</bdi>}
        {!isOpen && <bdi class="preview">{previewValue(child.value, 80)}</bdi>}
        {isOpen && title === '' && (
          <span class="title">{brackets === '[]' ? `[${children.length + more}]` : '{ }'}</span>
        )}
      </button>
      {isOpen && (
        <ul>
          {children.slice(0, count).map((each, at) => (
            <TreeItem key={at} child={each} depth={depth + 1} />
          ))}
          {children.length > count && (
            <li>
              <button type="button" class="more" onClick={() => setCount(count + childrenAtOnce)}>
                show {Math.min(childrenAtOnce, children.length - count)} of {children.length - count} more
              </button>
            </li>
          )}
          {more > 0 && <li class="note">{more} more were not recorded</li>}
        </ul>
      )}
    </>
  );
}

function Name({ child: { name, join } }: { child: ChildValue }) {
  if (name === '') return join === '' ? null : <span class="name">''{join}</span>;
  return (
    <span class="name">
      <bdi>{visibleText(cutText(name, 80))}</bdi>
      {join === '' ? ': ' : join}
    </span>
  );
}

function Leaf({ shape }: { shape: Extract<ValueShape, { kind: 'text' }> }) {
  const [isWhole, setWhole] = useState(false);
  const { text, sort } = shape;
  const shown = isWhole ? text : cutText(text, longText);
  return (
    <>
      <bdi class={`value ${sort}`}>{visibleText(quoted({ ...shape, text: shown }))}</bdi>
      {shown !== text && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          show all {text.length.toLocaleString('en')} characters
        </button>
      )}
    </>
  );
}
