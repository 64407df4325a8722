/** How many findings the editor shows, as a badge of a view. Hints are none that someone is to see. */
import { DiagnosticSeverity, languages, l10n, type Disposable, type TreeView } from 'vscode';
import { diagnosticSource } from '../../../protocol/src/contributions.js';

/** Milliseconds without a change before they are counted again. */
const restTime = 300;

export class FindingsBadge implements Disposable {
  readonly #view: Pick<TreeView<unknown>, 'badge'>;
  readonly #subscription: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: Pick<TreeView<unknown>, 'badge'>) {
    this.#view = view;
    this.#subscription = languages.onDidChangeDiagnostics(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#count();
      }, restTime);
    });
    this.#count();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  #count(): void {
    let value = 0;
    for (const [, diagnostics] of languages.getDiagnostics())
      for (const { source, severity } of diagnostics)
        if (source === diagnosticSource && severity !== DiagnosticSeverity.Hint) value++;
    if (value === (this.#view.badge?.value ?? 0)) return;
    const tooltip = value === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', value);
    this.#view.badge = value === 0 ? undefined : { value, tooltip };
  }
}
