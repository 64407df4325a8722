/** Entry of the page of a run: shows what the extension sends, and says what someone wants. Runs in a webview. */
import type { RunHostMessage, RunPageMessage } from '../run/page-messages.js';
import { html } from '../page-parts/dom.js';
import { RunPage } from './run-page.js';

interface Host {
  postMessage(message: RunPageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const main = document.querySelector('main') ?? document.body.appendChild(html('main'));
const page = new RunPage(main, {
  send: (message) => {
    host.postMessage(message);
  },
  getState: () => host.getState(),
  setState: (state) => {
    host.setState(state);
  },
  now: () => Date.now(),
});

window.addEventListener('message', ({ data }: MessageEvent<RunHostMessage>) => {
  page.take(data);
});
document.addEventListener('keydown', (event) => {
  page.press(event);
});
// what is said about time goes with the time
setInterval(() => {
  page.tick();
}, 15_000);
host.postMessage({ type: 'ready' });
