import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RenderAgain } from '../../client/src/preview/render-again';
import { RenderedContents } from '../../client/src/preview/rendered-contents';
import type { PreviewContents } from '../../protocol/src/preview';

const uri = 'file:///w/playbook.md';

const contents: PreviewContents = {
  ids: [],
  placeholders: [],
  boxes: [{ line: 3, text: '[ ]', checked: false }],
  fields: [],
  phases: [],
  commands: [],
};

/** The built-in preview, as far as it says what comes to sight. */
class Preview {
  /** What is to be seen. */
  seen: 'plain' | 'ours' = 'plain';
  /** Whether its page listens. */
  isLoaded = true;
  /** What our plugin renders; undefined where it is not there yet. */
  plugin: (() => unknown) | undefined;
  #version = 1;
  #rendered = 1;
  #isWaiting = false;

  open(): void {
    this.#later(false);
  }

  change(): void {
    this.#version++;
    this.#later(false);
  }

  refresh(): void {
    this.#later(true);
  }

  #later(isForced: boolean): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      const isChanged = this.#version !== this.#rendered;
      if (!isForced && !isChanged) return;
      this.#rendered = this.#version;
      const seen = this.plugin?.() == null ? 'plain' : 'ours';
      if (isForced || this.isLoaded) this.seen = seen;
    }, 300);
  }
}

describe('a preview that is to render again', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('does so although it was opened a moment ago, before the plugin was there', () => {
    const preview = new Preview();
    preview.open();
    const rendered = new RenderedContents();
    const again = new RenderAgain(
      () => {
        preview.refresh();
      },
      () => rendered.isOutdated,
    );
    preview.plugin = () => {
      rendered.render(uri);
      rendered.learn(uri, contents);
      return rendered.render(uri);
    };
    vi.advanceTimersByTime(50);
    again.now();
    vi.advanceTimersByTime(20_000);
    expect(preview.seen).toBe('ours');
  });

  it('does so although its document changed while its page was loading', () => {
    const preview = new Preview();
    const rendered = new RenderedContents();
    const again = new RenderAgain(
      () => {
        preview.refresh();
      },
      () => rendered.isOutdated,
    );
    preview.plugin = () => rendered.render(uri);
    preview.plugin();
    preview.isLoaded = false;
    rendered.shift(uri, [{ first: 9, last: 9, lines: 1 }]);
    preview.change();
    vi.advanceTimersByTime(50);
    rendered.learn(uri, contents);
    again.now();
    vi.advanceTimersByTime(400);
    preview.isLoaded = true;
    expect(preview.seen, 'what was sent into the page is lost').toBe('plain');
    vi.advanceTimersByTime(20_000);
    expect(preview.seen).toBe('ours');
  });

  it('is asked at most five times, and not at all when it has done so by itself', () => {
    const asked = vi.fn();
    new RenderAgain(asked, () => true).now();
    vi.advanceTimersByTime(60_000);
    expect(asked).toHaveBeenCalledTimes(5);
    const needless = vi.fn();
    new RenderAgain(needless, () => false).soon();
    vi.advanceTimersByTime(60_000);
    expect(needless).not.toHaveBeenCalled();
  });

  it('is asked as often as there are pauses, where nobody can see whether it has', () => {
    const asked = vi.fn();
    new RenderAgain(asked, () => true, [2000, 4000]).soon();
    vi.advanceTimersByTime(1999);
    expect(asked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is not asked any more when nobody waits for it', () => {
    const asked = vi.fn();
    const again = new RenderAgain(asked, () => true);
    again.soon();
    again.dispose();
    vi.advanceTimersByTime(60_000);
    expect(asked).not.toHaveBeenCalled();
  });
});
