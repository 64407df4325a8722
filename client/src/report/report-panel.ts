/** The report as a page in the editor. Shows what the server says, and goes only to places that the server has named. */
import {
  Disposable,
  Uri,
  ViewColumn,
  env,
  l10n,
  window,
  type LogOutputChannel,
  type WebviewPanel,
} from 'vscode';
import { webviewIds } from '../../../protocol/src/contributions.js';
import { reportPageRequest, type ReportPage } from '../../../protocol/src/overview.js';
import type { RunbookServer } from '../language-client.js';
import { openPlace } from '../overview/entry-commands.js';
import { LiveAnswer } from '../overview/live-answer.js';
import { exportReport } from './export-report.js';
import { newNonce, pageHtml } from '../webview/page-html.js';
import { toPageMessage, type HostMessage } from './page-messages.js';
import { pageWords } from './page-words.js';

export class ReportPanel implements Disposable {
  readonly #server: RunbookServer;
  readonly #output: LogOutputChannel;
  /** `dist/report` of the extension. */
  readonly #folder: Uri;
  /** Of its tab, which has the icon of a text file otherwise. */
  readonly #icon: { readonly light: Uri; readonly dark: Uri };
  #panel: WebviewPanel | undefined;

  constructor(server: RunbookServer, output: LogOutputChannel, extension: Uri) {
    this.#server = server;
    this.#output = output;
    this.#folder = Uri.joinPath(extension, 'dist', 'report');
    const icons = Uri.joinPath(extension, 'media', 'report');
    this.#icon = { light: Uri.joinPath(icons, 'light.svg'), dark: Uri.joinPath(icons, 'dark.svg') };
  }

  /** Shows the page, the one that is there already where there is one. */
  show(column: ViewColumn = ViewColumn.Active): void {
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return;
    }
    this.fill(window.createWebviewPanel(webviewIds.report, l10n.t('Runbook Report'), column));
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  /** Fills a panel, such as one that was open when the window was closed, and takes it for the page. */
  fill(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.iconPath = this.#icon;
    const { webview } = panel;
    const say = (message: HostMessage): void => {
      void webview.postMessage(message);
    };
    const answer = new LiveAnswer(
      this.#server,
      (token) => this.#server.request<ReportPage>(reportPageRequest.method, {}, token),
      (error) => {
        this.#output.warn(`Could not get the report: ${String(error)}`);
        say({ type: 'fail', message: l10n.t('The report could not be made: {0}', messageOf(error)) });
      },
    );
    let isReady = false;
    let shown: ReportPage | undefined;
    const show = (): void => {
      if (!isReady || answer.current === undefined) return;
      shown = answer.current;
      say({ type: 'show', page: shown, words: pageWords() });
    };
    const listening = Disposable.from(
      answer,
      answer.onDidChange(show),
      panel.onDidChangeViewState(() => {
        answer.isVisible = panel.visible;
        // the page is made anew when it comes to sight, and says that it is ready
        if (!panel.visible) isReady = false;
      }),
      webview.onDidReceiveMessage((value: unknown) => {
        const message = toPageMessage(value);
        if (message?.type === 'ready') {
          isReady = true;
          show();
        } else if (message?.type === 'open') {
          const place = shown?.places[message.place];
          if (place !== undefined) void openPlace(place);
        } else if (message?.type === 'export') void exportReport(this.#server, message.format);
      }),
    );
    panel.onDidDispose(() => {
      listening.dispose();
      if (this.#panel === panel) this.#panel = undefined;
    });
    webview.options = { enableScripts: true, localResourceRoots: [this.#folder] };
    webview.html = pageHtml({
      language: env.language,
      title: l10n.t('Runbook Report'),
      nonce: newNonce(),
      script: webview.asWebviewUri(Uri.joinPath(this.#folder, 'main.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(this.#folder, 'page.css')).toString(),
    });
    answer.isVisible = panel.visible;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
