/** A question of the page: some answers, and words of one's own where they are wanted. It takes the keys until it is answered. */
import type { RunPageMessage } from '../run/page-messages.js';
import { html } from '../page-parts/dom.js';
import { actButton } from './acts.js';

export interface Answer {
  readonly label: string;
  /** What is said, with what was typed. */
  readonly message: (typed: string) => RunPageMessage;
  readonly tone?: 'main' | 'danger';
}

export interface Question {
  readonly title: string;
  /** Empty where the title says it all. */
  readonly message: string;
  /** What it is about, one line each: boxes that are open. */
  readonly items: readonly string[];
  readonly answers: readonly Answer[];
  /** What may be typed; null where nothing is. With one answer the Enter key gives it. */
  readonly input: { readonly label: string; readonly isRequired: boolean; readonly value?: string } | null;
}

export interface QuestionWords {
  readonly leaveIt: string;
  readonly needed: string;
}

export interface QuestionPorts {
  readonly words: QuestionWords;
  readonly send: (message: RunPageMessage) => void;
  readonly close: () => void;
}

/** The question as an element; the caller shows it and then calls {@link focusQuestion}. */
export function questionView(question: Question, ports: QuestionPorts): HTMLElement {
  const { title, message, items, answers, input } = question;
  const field =
    input === null
      ? undefined
      : html('input', { type: 'text', id: 'answer', autocomplete: 'off', value: input.value ?? '' });
  if (field !== undefined) field.required = input?.isRequired === true;
  const problem = html('p', { class: 'problem', role: 'alert' });
  const give = ({ message: say }: Answer): void => {
    const typed = field?.value.trim() ?? '';
    if (input?.isRequired === true && typed === '') {
      problem.textContent = ports.words.needed;
      field?.focus();
      return;
    }
    ports.close();
    ports.send(say(typed));
  };
  const buttons = answers.map((answer, index) =>
    actButton({
      key: answers.length === 1 ? 'Enter' : String(index + 1),
      label: answer.label,
      tone: answer.tone ?? (answers.length === 1 ? 'main' : 'plain'),
      onAct: () => {
        give(answer);
      },
    }),
  );
  const leave = actButton({ key: 'Escape', label: ports.words.leaveIt, onAct: ports.close });
  const form = html(
    'form',
    {},
    html('h2', { id: 'question', tabindex: -1 }, title),
    ...(message === '' ? [] : [html('p', {}, message)]),
    ...(items.length === 0 ? [] : [html('ul', {}, ...items.map((item) => html('li', {}, item)))]),
    ...(field === undefined ? [] : [html('label', { for: 'answer' }, input?.label ?? ''), field]),
    problem,
    html('div', { class: 'controls' }, ...buttons, leave),
  );
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [only] = answers;
    if (answers.length === 1 && only !== undefined) give(only);
  });
  // with several answers the keys choose one: nothing is submitted by Enter in the field
  return html(
    'div',
    { class: 'question', role: 'dialog', 'aria-labelledby': 'question', 'aria-modal': 'true' },
    form,
  );
}

/** To the field where words are needed, else to the question, so that keys choose an answer. */
export function focusQuestion(asked: HTMLElement, { input, answers }: Question): void {
  const field = asked.querySelector('input');
  if (field !== null && (input?.isRequired === true || answers.length === 1)) field.focus();
  else asked.querySelector<HTMLElement>('h2')?.focus();
}
