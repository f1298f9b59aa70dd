import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PageState } from './page-state';

/** The wheel zooms with Ctrl, as do two fingers that part. */
export function useWheelZoom(scroller: RefObject<HTMLElement | null>, state: PageState): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let turned = 0;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < notch) return;
      state.zoomBy(turned > 0 ? -1 : 1);
      turned = 0;
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [scroller, state]);
}

/** So far it is turned for a step. */
const notch = 40;
