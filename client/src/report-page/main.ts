/** Entry of the report page: shows what the extension sends, and says what someone wants. Runs in a webview. */
import type { HostMessage, PageMessage } from '../report/page-messages.js';
import { html } from '../page-parts/dom.js';
import { emptyState, pageView, type PageState } from './page.js';
import { toPageState } from './page-state.js';

interface Host {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
let state = toPageState(host.getState()) ?? emptyState;
const main = document.querySelector('main') ?? document.body.appendChild(html('main'));

function change(part: Partial<PageState>): void {
  state = { ...state, ...part };
  host.setState(state);
}

/** The message comes from the extension that made the page: nothing else is in its frame. */
function show(message: HostMessage): void {
  if (message.type === 'fail') {
    main.replaceChildren(html('p', { class: 'problem', role: 'alert' }, message.message));
    return;
  }
  const { scroll } = state;
  const focused = document.activeElement?.getAttribute('data-key') ?? null;
  main.replaceChildren(
    ...pageView(message.page, message.words, {
      open: (place) => {
        host.postMessage({ type: 'open', place });
      },
      exportAs: (format) => {
        host.postMessage({ type: 'export', format });
      },
      state: () => state,
      change,
    }),
  );
  window.scrollTo(0, scroll);
  if (focused !== null)
    main.querySelector<HTMLElement | SVGElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  show(data);
});
window.addEventListener('scroll', () => {
  change({ scroll: Math.round(window.scrollY) });
});
host.postMessage({ type: 'ready' });
