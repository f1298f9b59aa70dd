import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** Rows are made in blocks, so that most of the scrolling makes none. */
const block = 16;

export interface VirtualRows {
  readonly first: number;
  readonly last: number;
  readonly totalHeight: number;
  readonly room: number;
  scrollTo(row: number): void;
}

/** The rows that can be seen, and some around them; `header` stands before them and covers what it stands on. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  { count, height, header }: { count: number; height: number; header: number },
): VirtualRows {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const drawn = useRef('');
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    scrollMargin: header,
    scrollPaddingStart: header,
    rangeExtractor: blocksOf,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => {
      if (boundsOf(virtualizer) !== drawn.current) draw(undefined);
    },
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useKeptPlace(scroller, virtualizer, height);
  useEffect(() => {
    drawn.current = boundsOf(virtualizer);
  });
  const items = virtualizer.getVirtualItems();
  return {
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? -1,
    totalHeight: count * height,
    room: virtualizer.scrollRect?.width ?? 0,
    scrollTo: (row) => virtualizer.scrollToIndex(row, { align: 'auto' }),
  };
}

function blocksOf({ startIndex, endIndex, count }: Range): number[] {
  const first = Math.max(0, Math.floor((startIndex - block / 2) / block) * block);
  const last = Math.min(count - 1, Math.ceil((endIndex + block / 2) / block) * block);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function boundsOf(virtualizer: Virtualizer<HTMLElement, HTMLElement>): string {
  const items = virtualizer.getVirtualItems();
  return `${items[0]?.index} ${items.at(-1)?.index} ${virtualizer.scrollRect?.width}`;
}

/** When rows get another height, what stood at the top stays there. */
function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  height: number,
): void {
  const before = useRef(height);
  useLayoutEffect(() => {
    if (before.current === height || scroller.current === null) return;
    const row = scroller.current.scrollTop / before.current;
    before.current = height;
    virtualizer.measure();
    scroller.current.scrollTop = row * height;
  }, [scroller, virtualizer, height]);
}
