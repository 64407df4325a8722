/** Buttons that a key presses too, and the keys. Every act of the page is one of these, so that none lacks its key. */
import { html } from '../page-parts/dom.js';

export interface ActOptions {
  /** One letter, a digit or the name of a key: `d`, `1`, `ArrowLeft`. */
  readonly key: string;
  readonly label: string;
  readonly tone?: 'main' | 'danger' | 'plain';
  /** More than the label says, for a screen reader: which of several. */
  readonly about?: string;
  readonly disabled?: boolean;
  readonly onAct: () => void;
}

const keyNames: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** What a keyboard shows on a key. */
function keyName(key: string): string {
  return keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** A button with its key on it. */
export function actButton(options: ActOptions): HTMLButtonElement {
  const { key, label, tone = 'plain', about, disabled = false, onAct } = options;
  const button = html(
    'button',
    {
      type: 'button',
      class: tone,
      'data-key': `act-${key}`,
      'aria-keyshortcuts': key,
    },
    html(
      'span',
      {},
      label,
      ...(about === undefined ? [] : [html('span', { class: 'spoken' }, `: ${about}`)]),
    ),
    html('kbd', { 'aria-hidden': 'true' }, keyName(key)),
  );
  button.disabled = disabled;
  button.addEventListener('click', onAct);
  return button;
}

/** What a key of the keyboard does: nothing while someone types, with a modifier, or while it is held down. */
export function pressKey(root: ParentNode, event: KeyboardEvent): boolean {
  const { key, target, ctrlKey, altKey, metaKey, repeat } = event;
  if (ctrlKey || altKey || metaKey || repeat || event.isComposing) return false;
  if (key !== 'Escape' && target instanceof HTMLElement && isTyping(target)) return false;
  // what has the focus takes it itself
  if (key === 'Enter' && target instanceof HTMLElement && target.matches('button, summary')) return false;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  for (const one of root.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')) {
    if (one.getAttribute('aria-keyshortcuts') !== wanted) continue;
    if (one.closest('[hidden], [inert]') !== null || one.matches(':disabled')) continue;
    one.click();
    return true;
  }
  return false;
}

function isTyping(target: HTMLElement): boolean {
  return target.matches('textarea, input:not([type="checkbox"])');
}
