import { Dialog } from './dialog';
import type { KeyAction } from './keyboard';
import type { PageState } from './page-state';

export function Help({ state, actions }: { state: PageState; actions: readonly KeyAction[] }) {
  if (!state.isHelpOpen.value) return null;
  return (
    <Dialog
      title="Keys"
      close={() => {
        state.isHelpOpen.value = false;
      }}
    >
      <dl class="keys">
        {actions.map(({ shown, name }) => (
          <div key={shown}>
            <dt>
              {shown.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <p class="note">The mouse drags the diagram where there is no text, and its wheel zooms with Ctrl.</p>
    </Dialog>
  );
}
