/** The profile that a workspace passes, as a badge: an image, and what shields.io draws one of. */
import { rankOf } from '../profile-report';
import { escapeMarkup } from '../../text/escape-markup';
import type { FolderReport } from './sections';

const label = 'runbooks';
const colors = ['e05d44', 'fe7d37', 'dfb317', '97ca00', '4c1'] as const;

interface Badge {
  readonly message: string;
  readonly color: string;
}

/** The badge of the folder that passes least. */
function badgeOf(reports: readonly FolderReport[]): Badge {
  const standings = reports.map(({ profiles }) => profiles.workspace);
  const [least] = [...standings].sort((a, b) => rankOf(a) - rankOf(b));
  return {
    message: least?.passes ?? 'no profile',
    color: colors[least === undefined ? 0 : rankOf(least)] ?? '',
  };
}

/** An SVG image; ends with a line feed. */
export function badgeImage(reports: readonly FolderReport[]): string {
  const { message, color } = badgeOf(reports);
  const [left, right] = [widthOf(label), widthOf(message)];
  const text = (words: string, from: number, width: number): string =>
    `<text x="${String(from + width / 2)}" y="14" textLength="${String(width - 10)}">${escapeMarkup(words)}</text>`;
  const width = left + right;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="20" role="img" aria-label="${escapeMarkup(`${label}: ${message}`)}">`,
    `  <title>${escapeMarkup(`${label}: ${message}`)}</title>`,
    `  <rect width="${String(width)}" height="20" rx="3" fill="#555"/>`,
    `  <path d="M${String(left)} 0h${String(right - 3)}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${String(right - 3)}z" fill="#${color}"/>`,
    '  <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">',
    `    ${text(label, 0, left)}`,
    `    ${text(message, left, right)}`,
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Pixels of words with their margin, about; the image sets them to that width. */
function widthOf(words: string): number {
  return words.length * 7 + 10;
}

/** What shields.io takes of an endpoint: https://shields.io/badges/endpoint-badge */
export function shieldsEndpoint(reports: readonly FolderReport[]): string {
  const { message, color } = badgeOf(reports);
  return `${JSON.stringify({ schemaVersion: 1, label, message, color })}\n`;
}
