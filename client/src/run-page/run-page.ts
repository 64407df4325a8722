/** The page while it is open: what is shown, which question is asked, where the focus is. Knows no webview. */
import type { RunHostMessage, RunPageMessage } from '../run/page-messages.js';
import { html } from '../page-parts/dom.js';
import { pressKey } from './acts.js';
import { dueIn } from './aside.js';
import { clockWords, pageView, placeKey, spokenPlace } from './page.js';
import { toPageState } from './page-state.js';
import { focusQuestion, questionView, type Question } from './question.js';
import { reasonQuestion } from './questions.js';
import { emptyState, type PageState, type Scene, type Shown } from './scene.js';

export interface RunPagePorts {
  readonly send: (message: RunPageMessage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PageState) => void;
  /** Milliseconds of now. */
  readonly now: () => number;
}

export class RunPage {
  readonly #ports: RunPagePorts;
  readonly #view = html('div', { class: 'view' });
  readonly #asked = html('div', { class: 'asked' });
  /** What was done, or could not be: seen and said aloud. */
  readonly #said = html('p', { class: 'said', role: 'status' });
  /** Where the run is: said aloud only, since it is to be seen anyway. */
  readonly #spoken = html('p', { class: 'spoken', 'aria-live': 'polite' });
  #state: PageState;
  #shown: Shown | undefined;
  #place = '';
  #due = -1;
  /** Whether an act is under way: a key that is pressed twice acts once. */
  #isActing = false;

  constructor(main: HTMLElement, ports: RunPagePorts) {
    this.#ports = ports;
    this.#state = toPageState(ports.getState()) ?? emptyState;
    main.replaceChildren(this.#said, this.#view, this.#asked, this.#spoken);
  }

  /** The message comes from the extension that made the page: nothing else is in its frame. */
  take(message: RunHostMessage): void {
    this.#isActing = false;
    if (message.type === 'say') this.#said.textContent = message.message;
    else if (message.type === 'fail') {
      this.#close();
      this.#shown = undefined;
      this.#view.replaceChildren(html('p', { class: 'problem', role: 'alert' }, message.message));
    } else if (message.type === 'show') {
      if (message.view.run !== this.#state.run) this.#change({ run: message.view.run, command: '' });
      this.#shown = message;
      this.#draw();
    } else this.#refuse(message);
  }

  press(event: KeyboardEvent): void {
    if (pressKey(this.#asked.childElementCount > 0 ? this.#asked : this.#view, event)) event.preventDefault();
  }

  /** Time has passed. */
  tick(): void {
    const scene = this.#scene();
    if (scene === undefined || scene.view.status === 'ended') return;
    const clock = this.#view.querySelector('.clock');
    if (clock !== null) clock.textContent = clockWords(scene);
    // drawn anew only where something else looks otherwise: what someone has selected stays
    if (dueIn(scene) !== this.#due && this.#asked.childElementCount === 0) this.#draw();
  }

  #draw(): void {
    const scene = this.#scene();
    if (scene === undefined) return;
    const focused = document.activeElement?.closest('[data-key]')?.getAttribute('data-key') ?? undefined;
    this.#view.replaceChildren(...pageView(scene));
    this.#due = dueIn(scene);
    const place = placeKey(scene);
    if (place !== this.#place) {
      this.#place = place;
      this.#close();
      this.#spoken.textContent = spokenPlace(scene);
      window.scrollTo(0, 0);
      this.#focusPlace();
    } else if (focused !== undefined) {
      const again = this.#keyed(focused);
      if (again === undefined) this.#focusPlace();
      else again.focus();
    }
  }

  #keyed(key: string): HTMLElement | undefined {
    return [...this.#view.querySelectorAll<HTMLElement>('[data-key]')].find(
      (element) => element.getAttribute('data-key') === key,
    );
  }

  #focusPlace(): void {
    this.#view.querySelector<HTMLElement>('#place')?.focus({ preventScroll: true });
  }

  #scene(): Scene | undefined {
    if (this.#shown === undefined) return undefined;
    return {
      ...this.#shown,
      state: this.#state,
      change: (part) => {
        this.#change(part);
        this.#draw();
      },
      send: (message) => {
        this.#send(message);
      },
      ask: (question) => {
        this.#ask(question);
      },
      focus: (key) => {
        this.#keyed(key)?.focus();
      },
      now: this.#ports.now(),
    };
  }

  #send(message: RunPageMessage): void {
    if (message.type === 'act' || message.type === 'end') {
      if (this.#isActing) return;
      this.#isActing = true;
    }
    this.#said.textContent = '';
    this.#ports.send(message);
  }

  #change(part: Partial<PageState>): void {
    this.#state = { ...this.#state, ...part };
    this.#ports.setState(this.#state);
  }

  #refuse({ act, refusal }: Extract<RunHostMessage, { readonly type: 'refused' }>): void {
    const scene = this.#scene();
    const question = scene === undefined ? undefined : reasonQuestion(act, refusal, scene);
    if (question === undefined) this.#said.textContent = refusal.message;
    else this.#ask(question);
  }

  #ask(question: Question): void {
    if (this.#shown === undefined) return;
    const asked = questionView(question, {
      words: this.#shown.words,
      send: (message) => {
        this.#send(message);
      },
      close: () => {
        this.#close();
        this.#focusPlace();
      },
    });
    this.#asked.replaceChildren(asked);
    // nothing behind the question takes the focus
    this.#view.inert = true;
    focusQuestion(asked, question);
  }

  #close(): void {
    this.#asked.replaceChildren();
    this.#view.inert = false;
  }
}
