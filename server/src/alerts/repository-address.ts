/**
 * Addresses of files on a forge: which repository, which path. Knows the forms of GitHub, GitLab, Gitea, Bitbucket and Azure
 * DevOps; nothing of which files there are.
 */

/** A repository: `github.com/acme/shop`, in lower case. */
export type RepositoryName = string;

/** A file or folder of a repository. */
export interface ForgePath {
  readonly repository: RepositoryName;
  /** As written, percent-decoded, without slashes around it; empty for the top. */
  readonly path: string;
  /** Where the path begins in the address. */
  readonly at: number;
}

/** The repository of a remote as Git writes it: `git@host:a/b.git`, `https://host/a/b.git`, `ssh://git@host:22/a/b`. */
export function repositoryOf(remote: string): RepositoryName | null {
  const match =
    /^(?:https?|ssh|git):\/\/(?:[^@/\s]{1,200}@)?([^/:\s]{1,200})(?::\d{1,5})?\/([^\s?#]{1,300})$/i.exec(
      remote,
    ) ?? /^(?:[^@/\s:]{1,200}@)?([^/:\s]{2,200}):(?!\/\/)([^\s?#]{1,300})$/.exec(remote);
  const [, host = '', path = ''] = match ?? [];
  if (match === null) return null;
  return `${host}/${path.replace(/\.git\/?$/i, '').replace(/^\/+|(?<!\/)\/+$/g, '')}`.toLowerCase();
}

/** `/blob/main/`, `/-/tree/main/`, `/src/branch/main/`, `/raw/main/` behind a repository. */
const behindRepository =
  /^https?:\/\/([^/\s?#]{1,200})\/([^\s?#]{1,300}?)\/(?:-\/)?(?:blob|tree|raw|edit|blame|src\/(?:branch|tag|commit)|src|browse)\/([^/\s?#]{1,200})(?=[/?#]|$)\/?/i;
const rawOnGitHub =
  /^https?:\/\/raw\.githubusercontent\.com\/([^/\s?#]{1,100}\/[^/\s?#]{1,100})\/(?:refs\/heads\/)?([^/\s?#]{1,200})\//i;

/** The file that an address names on a forge; null for any other address. `address`: without query and fragment. */
export function forgePathOf(address: string): ForgePath | null {
  const raw = rawOnGitHub.exec(address);
  if (raw !== null) return pathBehind(address, `github.com/${raw[1] ?? ''}`, raw[0].length);
  const match = behindRepository.exec(address);
  if (match === null) return null;
  return pathBehind(address, `${match[1] ?? ''}/${match[2] ?? ''}`, match[0].length);
}

function pathBehind(address: string, repository: string, at: number): ForgePath {
  const path = decoded(address.slice(at)).replace(/^\/+|(?<!\/)\/+$/g, '');
  return { repository: repository.replace(/^www\./i, '').toLowerCase(), path, at };
}

/** Percent-decoded; as it is where that is not possible. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
