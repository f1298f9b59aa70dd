import { useMemo } from 'preact/hooks';
import { Diagram } from './diagram';
import { Help } from './help';
import { keyActions, useKeys } from './keyboard';
import type { PageState } from './page-state';
import { SidePanel } from './side-panel';
import { StatusBar } from './status-bar';
import { CategoryBar, Toolbar } from './toolbar';

const noStates: ReadonlyMap<string, string> = new Map();

/** A trace that is over. */
export function TracePage({ state }: { state: PageState }) {
  const actions = useMemo(() => keyActions(state), [state]);
  useKeys(actions);
  return (
    <div class="page">
      <Toolbar state={state} />
      <CategoryBar state={state} />
      <main>
        <Diagram state={state} states={noStates} />
        <SidePanel state={state} projectRoot={undefined} />
      </main>
      <StatusBar state={state} />
      <Help state={state} actions={actions} />
    </div>
  );
}
