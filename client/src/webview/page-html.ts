/** The frame of a page of ours: it loads one script and one style sheet, and nothing else. Knows no VS Code type. */

export interface PageFrame {
  /** Language of the page's words: `en`. */
  readonly language: string;
  readonly title: string;
  /** What a script and a style sheet are known by; new for each page. */
  readonly nonce: string;
  /** Addresses of the files in the webview. */
  readonly script: string;
  readonly style: string;
}

/** A whole document. Nothing of it comes from documents of the workspace. */
export function pageHtml({ language, title, nonce, script, style }: PageFrame): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escaped(style)}">
</head>
<body>
<main aria-live="off"></main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** A nonce that nobody can guess. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
