import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** So many pixels are still a click. */
const clickRadius = 5;

/** Drags what is scrolled, with the mouse's main button, wherever there is no text. */
export function usePan(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let start: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;
    const begin = (event: PointerEvent) => {
      const isFree = event.target instanceof Element && event.target.closest('.label, button') === null;
      if (event.button !== 0 || event.pointerType !== 'mouse' || !isFree || !isOnContent(element, event)) return;
      start = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    };
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (start === undefined) return;
      const [x, y] = [clientX - start.x, clientY - start.y];
      if (!element.classList.contains('panning') && Math.hypot(x, y) < clickRadius) return;
      element.classList.add('panning');
      element.scrollTo(start.left - x, start.top - y);
    };
    const end = () => {
      start = undefined;
      element.classList.remove('panning');
    };
    element.addEventListener('pointerdown', begin);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    return () => {
      element.removeEventListener('pointerdown', begin);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
    };
  }, [scroller]);
}

/** And not on a scroll bar. */
function isOnContent(element: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, top } = element.getBoundingClientRect();
  return clientX - left < element.clientWidth && clientY - top < element.clientHeight;
}
