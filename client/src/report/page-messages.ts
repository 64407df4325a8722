/**
 * What the report page and the extension say to each other. Each side checks what comes in: it only claims to be what it is.
 * Knows neither VS Code nor a page.
 */
import type { ReportFileFormat, ReportPage } from '../../../protocol/src/overview.js';

/** The page to the extension. */
export type PageMessage =
  /** It runs, and has nothing to show. */
  | { readonly type: 'ready' }
  /** Someone wants to go to a place: an index of `ReportPage.places` of the page that was shown last. */
  | { readonly type: 'open'; readonly place: number }
  | { readonly type: 'export'; readonly format: ReportFileFormat };

/** The extension to the page. */
export type HostMessage =
  | { readonly type: 'show'; readonly page: ReportPage; readonly words: PageWords }
  | { readonly type: 'fail'; readonly message: string };

/** What the page says in words of its own, in the language of the editor. `{0}` and `{1}` are filled in. */
export interface PageWords {
  readonly title: string;
  readonly exportAs: string;
  readonly missing: string;
  readonly graph: string;
  readonly graphHelp: string;
  readonly graphEmpty: string;
  readonly graphAround: string;
  readonly graphAll: string;
  readonly graphCut: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly leadsTo: string;
  readonly comesFrom: string;
  readonly deprecated: string;
  readonly nothing: string;
}

const formats: readonly ReportFileFormat[] = ['html', 'markdown', 'csv'];

/** Reads what the page sent; undefined for anything of another shape. */
export function toPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, place, format }: Readonly<Record<string, unknown>> = { ...value };
  if (type === 'ready') return { type };
  if (type === 'open')
    return typeof place === 'number' && Number.isInteger(place) && place >= 0 ? { type, place } : undefined;
  if (type !== 'export') return undefined;
  const known = formats.find((one) => one === format);
  return known === undefined ? undefined : { type, format: known };
}
