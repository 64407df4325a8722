/**
 * The few parts of playwright-core that scripts use. The package itself is installed with the embedded editor,
 * outside the project's dependencies, so its own types are out of the compiler's reach.
 */

/** CSS pixels of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element, as a function sees it that runs in the page. */
export interface PageElement {
  getBoundingClientRect(): { readonly left: number; readonly right: number };
}

export interface Locator {
  click(options?: {
    timeout?: number;
    button?: 'left' | 'right';
    modifiers?: ('Control' | 'Shift')[];
  }): Promise<void>;
  dragTo(target: Locator, options?: { timeout?: number }): Promise<void>;
  dblclick(options?: { timeout?: number }): Promise<void>;
  hover(options?: { timeout?: number; force?: boolean; position?: { x: number; y: number } }): Promise<void>;
  waitFor(options?: { state?: 'attached' | 'visible' | 'hidden'; timeout?: number }): Promise<void>;
  focus(): Promise<void>;
  press(key: string): Promise<void>;
  fill(text: string, options?: { timeout?: number }): Promise<void>;
  innerText(): Promise<string>;
  inputValue(): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  getAttribute(name: string): Promise<string | null>;
  evaluate<Result>(read: (element: PageElement) => Result): Promise<Result>;
  isVisible(): Promise<boolean>;
  count(): Promise<number>;
  boundingBox(): Promise<Box | null>;
  scrollIntoViewIfNeeded(options?: { timeout?: number }): Promise<void>;
  first(): Locator;
  nth(index: number): Locator;
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  filter(options: { hasText?: string | RegExp }): Locator;
}

/** A page within the page. */
export interface FrameLocator {
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  frameLocator(selector: string): FrameLocator;
}

/** A page within the page, in which script can run: by the debugger, so that no security policy is in the way. */
export interface Frame {
  evaluate(script: string): Promise<unknown>;
}

export interface Page {
  addInitScript(script: { content: string }): Promise<unknown>;
  goto(url: string): Promise<unknown>;
  context(): BrowserContext;
  url(): string;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  exposeFunction(name: string, callback: (...args: never[]) => unknown): Promise<unknown>;
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  frameLocator(selector: string): FrameLocator;
  screenshot(options: { path: string; clip?: Box }): Promise<unknown>;
  frames(): readonly Frame[];
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string, options?: { delay?: number }): Promise<void>;
    insertText(text: string): Promise<void>;
  };
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
}

export interface BrowserContext {
  /** Milliseconds. */
  setDefaultTimeout(timeout: number): void;
  /** Milliseconds. */
  setDefaultNavigationTimeout(timeout: number): void;
  browser(): Browser | null;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export interface Browser {
  newContext(options: {
    viewport: { width: number; height: number };
    deviceScaleFactor?: number;
    permissions?: string[];
  }): Promise<BrowserContext>;
  close(): Promise<void>;
}

export interface Playwright {
  readonly chromium: {
    launch(options: {
      executablePath?: string;
      channel?: string;
      headless: boolean;
      timeout?: number;
      args: readonly string[];
      env: Record<string, string | undefined>;
    }): Promise<Browser>;
  };
}
