import { signal } from '@preact/signals';
import { render } from 'preact';
import { TracePage } from './app';
import './css/colours.css';
import './css/page.css';
import './css/diagram.css';
import './css/panels.css';
import { PageState } from './page-state';
import { readShown } from './shown';

const root = document.getElementById('page');
const shown = readShown(document);
if (root !== null && !shown.live) {
  const { test } = shown.trace;
  if (test !== undefined) document.title = test.name;
  render(<TracePage state={new PageState(signal(shown.trace))} />, root);
}
