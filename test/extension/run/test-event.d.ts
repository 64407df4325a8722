/** What the runner inside VS Code tells the script outside, one JSON object a line. */
export type TestEvent =
  | { readonly type: 'pass'; readonly title: string; readonly milliseconds: number }
  | { readonly type: 'fail'; readonly title: string; readonly reason: string }
  /** Cannot be tested in this host; the title says why. */
  | { readonly type: 'skip'; readonly title: string }
  /** All tests have run. Without it the session ended early. */
  | { readonly type: 'end' };
