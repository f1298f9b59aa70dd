import { signal } from '@preact/signals';
import { render } from 'preact';
import './css/colours.css';
import './css/page.css';
import './css/diagram.css';
import './css/panels.css';
import './css/live.css';
import { LivePage } from './live/live-page';
import { LiveSession, socketAddress } from './live/live-session';
import { PageState } from './page-state';
import { readShown } from './shown';
import { TracePage } from './trace-page';

const root = document.getElementById('page');
const shown = readShown(document);
if (root !== null) {
  if (shown.live) showLive(root);
  else {
    document.title = shown.trace.test?.name ?? document.title;
    render(<TracePage state={new PageState(signal(shown.trace))} />, root);
  }
}

function showLive(element: HTMLElement): void {
  const session = new LiveSession(socketAddress(location));
  session.connect();
  render(<LivePage state={new PageState(session.trace)} session={session} />, element);
}
