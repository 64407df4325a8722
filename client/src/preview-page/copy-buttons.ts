/**
 * Runs in the page of the built-in Markdown preview: has the buttons beside commands copy them. The buttons and all words come
 * with the rendered document, which the preview replaces in place while its author writes; so clicks are awaited around it.
 */

/** Milliseconds for which a button says what became of a click. */
const saying = 2000;

/** What buttons that say something say otherwise. */
const usualWords = new WeakMap<HTMLButtonElement, string>();

const status = document.createElement('div');
status.className = 'runbook-status';
status.setAttribute('role', 'status');

document.documentElement.classList.add('runbook-scripted');
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.runbook-copy') : null;
  if (button !== null) void copyBeside(button);
});

async function copyBeside(button: HTMLButtonElement): Promise<void> {
  const block = button.parentElement?.querySelector('pre > code');
  const { text, copied, notCopied } = button.dataset;
  // the line ending before the closing fence would run the last command on pasting
  const commands = text ?? block?.textContent.replace(/\r?\n$/, '') ?? '';
  const said = ((await write(commands)) ? copied : notCopied) ?? '';
  const usual = usualWords.get(button) ?? button.textContent;
  usualWords.set(button, usual);
  button.textContent = said;
  tell(said);
  setTimeout(() => {
    button.textContent = usual;
  }, saying);
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** The older way, for pages that may not write to the clipboard themselves, as those that come without encryption. */
function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.className = 'runbook-status';
  area.value = text;
  document.body.append(area);
  area.select();
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** Tells those who do not see the button. Emptied first, so that the same words are said again. */
function tell(words: string): void {
  if (!status.isConnected) document.body.append(status);
  status.textContent = '';
  setTimeout(() => {
    status.textContent = words;
  }, 100);
}
