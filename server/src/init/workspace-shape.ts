/**
 * What a workspace says of itself: that it holds runbooks, that it is one, or that a program is called so. Knows its name and
 * its front page; nothing of its other documents.
 */
import type { DocumentLook } from './document-look';
import { wordIn } from './evidence';

/** What a workspace calls itself. */
export interface WorkspaceNames {
  /** Name of its folder. */
  readonly folder: string;
  /** Title of its README; empty without one. */
  readonly readme: string;
}

export interface WorkspaceShape {
  /**
   * `ops-runbooks` holds many of them, `devops-runbook` may be one, or a book of them, and of playbooks (`weak`) the name says
   * the least. Null where nothing says that it is about such documents.
   */
  readonly collection: 'many' | 'one' | 'weak' | null;
  /** Whether a program is called so, which is installed and used. */
  readonly isProgram: boolean;
}

export function shapeOf(looks: readonly DocumentLook[], { folder, readme }: WorkspaceNames): WorkspaceShape {
  const names = [folder, readme];
  const strong = names.filter((name) => wordIn(name) === 'strong');
  if (strong.some((name) => /books|sops|procedures|런북|手順書/i.test(name)))
    return { collection: 'many', isProgram: false };
  if (strong.length === 0)
    return { collection: names.some((name) => wordIn(name) === 'weak') ? 'weak' : null, isProgram: false };
  const isProgram = looks.some(isFrontOfProgram);
  return { collection: isProgram ? null : 'one', isProgram };
}

function isFrontOfProgram({ path, headings }: DocumentLook): boolean {
  if (!/^readme\.(?:md|markdown)$/i.test(path)) return false;
  return new Set(headings.flatMap(({ names: [name = ''] }) => ofProgram.exec(name)?.[0] ?? [])).size >= 2;
}

const ofProgram =
  /^(?:install(?:ation|ing)?|usage|quick ?start|getting started|features|development|build(?:ing)?|roadmap|api|cli|examples|documentation|contributing|license)(?![\p{L}])/u;
