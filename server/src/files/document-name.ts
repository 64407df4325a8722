/** Which names stand for documents and for folders that may hold them. Knows no disks. */

/** Whether a file of this name is a Markdown document, and not the shadow of one that a system or an editor keeps. */
export function isDocumentName(name: string): boolean {
  return /\.(md|markdown)$/i.test(name) && !/^\.[_#]/.test(name);
}

/** Whether a folder of this name holds documents of others or copies of ours, whatever the configuration says. */
export function isForeignFolderName(name: string): boolean {
  return foreignFolders.has(name.toLowerCase());
}

/** Whether a folder is hidden and not one of those where hosting services keep documents that people write. */
export function isHiddenFolderName(name: string): boolean {
  return name.startsWith('.') && !documentFolders.has(name.toLowerCase());
}

const foreignFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'cvs',
]);

const documentFolders: ReadonlySet<string> = new Set([
  '.github',
  '.gitlab',
  '.gitea',
  '.forgejo',
  '.azuredevops',
]);

/** Whether a folder of this name may hold documents; a file of the name is none itself. */
export function mayHoldDocuments(name: string): boolean {
  return !isDocumentName(name) && !isForeignFolderName(name) && !isHiddenFolderName(name);
}

/** Whether a file of this name may hold alert rules: YAML, and templates of it. Only a look into it tells. */
export function mayHoldAlertsByName(name: string): boolean {
  return /\.(?:ya?ml|tpl|ya?ml\.(?:tmpl|gotmpl|j2|in))$/i.test(name) && !name.startsWith('.');
}

/** Whether a file of this name is a page that people read and we do not, so that addresses may lead to it. */
export function isOtherPageName(name: string): boolean {
  return /\.(?:adoc|asciidoc|rst|mdx|org|txt|html?|textile|ipynb)$/i.test(name);
}
