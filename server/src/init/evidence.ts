/**
 * What speaks for a document being a runbook, and what says that it is something else. Knows names and outlines; nothing of
 * which documents stand together.
 */
import { isTemplateFile } from '../config/configured-files';
import { defaultConfiguration } from '../config/configuration';
import { namesDiagnosis } from '../model/diagnosis-names';
import { foldName } from '../model/role-patterns';
import { normalizeName, roleOf, type Role } from '../model/vocabulary';
import { rememberOf, rememberWords } from '../text/remember';
import type { DocumentLook } from './document-look';

/** What a section is for, where that tells a runbook from other texts. */
export type Sign =
  | 'trigger'
  | 'impact'
  | 'diagnosis'
  | 'steps'
  | 'verification'
  | 'rollback'
  | 'escalation'
  | 'prerequisites'
  | 'post';

const signByRole: Partial<Readonly<Record<Role, Sign>>> = {
  trigger: 'trigger',
  steps: 'steps',
  verification: 'verification',
  rollback: 'rollback',
  escalation: 'escalation',
  prerequisites: 'prerequisites',
  post: 'post',
};

/** Names that guides, references and designs have as well. */
const common =
  /^(?:troubleshoot(?:ing)?|configuration|checklist|workflow|implementation|tasks|requirements|permissions|dependencies|prevention|cleanup|execution|instructions|actions|commands|validation|confirm|detection|test(?:s|ing)?|smoke tests?|health checks?|preparation|fix|follow ups?|recovery|restore|undo|revert|downgrade|upgrade ?\/ ?downgrade strategy|lessons learned|required permissions|permissions required|how to (?:run|use|install|deploy))$/;
const impact =
  /^(?:severity(?: guidance| levels?| classification| matrix)?|(?:business |user |customer |service )?impacts?|blast radius|auswirkung(?:en)?|impacto|影響(?:範囲)?|영향(?: 범위)?)$/;
const response =
  /^(?:\([a-z]\) )?(?:run ?book|play ?book|containment|contain|eradicat(?:e|ion)|remediat(?:e|ion)|(?:incident )?response(?: steps| flow| procedures?| actions| plan)?|recover(?:y)?(?: steps| procedures?)?|communicate|mitigations?|potential resolution steps|what to check)$/;

/** What a heading of this name says; null for one that says nothing here. */
export const signOf = rememberWords((title): Sign | null => {
  const name = foldName(normalizeName(title));
  if (impact.test(name)) return 'impact';
  if (namesDiagnosis(title)) return 'diagnosis';
  if (response.test(name)) return 'steps';
  if (common.test(name)) return null;
  const role = roleOf(title);
  return role === null ? null : (signByRole[role] ?? null);
});

/** The different signs among the headings of a document. */
export const signsIn = rememberOf(({ headings }: DocumentLook): ReadonlySet<Sign> => {
  const signs = new Set<Sign>();
  for (const { title } of headings) {
    const sign = signOf(title);
    if (sign !== null) signs.add(sign);
  }
  return signs;
});

/** How many of the phases of an incident's handling, that say nothing alone, stand among the headings. */
export function phasesIn({ headings }: DocumentLook): number {
  return new Set(headings.flatMap(({ names: [name = ''] }) => (phase.test(name) ? [name] : []))).size;
}

const phase =
  /^(?:\([a-z]\) )?(?:preparation|detection|identification|analysis|recovery|lessons learned|post-incident activity|indicators(?: of compromise)?|vorbereitung|erkennung|wiederherstellung|preparación|detección|recuperación|préparation|détection|récupération|準備|検出|復旧|준비|탐지|복구)$/;

/** Whether somebody could carry it out: it has steps, boxes or commands. */
export function isProcedural({ steps, boxes, fences }: DocumentLook): boolean {
  return steps >= 2 || boxes >= 3 || fences >= 1;
}

/** Whether it holds more than a title and a reference. */
export function hasSubstance(look: DocumentLook): boolean {
  return isProcedural(look) || look.items >= 3 || signsIn(look).size > 0;
}

/** Characters of a page that says something. */
export const enoughWords = 300;

/** Words by which people name what is carried out; `strong` ones mean hardly anything else. */
const strong =
  /(?:^|[^\p{L}])(?:run[-_ .]?books?|sops?|standard[-_ ]operating[-_ ]procedures?)(?![\p{L}])|런북|ランブック|手順書|运维手册|操作手册|应急手册/iu;
const weak = /(?:^|[^\p{L}])play[-_ ]?books?(?![\p{L}])|플레이북|プレイブック|预案/iu;

/** How much a name says that this is a runbook. */
export function wordIn(name: string): 'strong' | 'weak' | null {
  const spaced = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  if (strong.test(spaced)) return 'strong';
  return weak.test(spaced) ? 'weak' : null;
}

/** How much a title says so: `Runbook: …`, `… Runbook`, `… Runbook (draft)`, `… - … Runbook`, `Runbook for …`; elsewhere it says nothing. */
export function wordInTitle(title: string): 'strong' | 'weak' | null {
  const [lead = ''] = title.split(/[(（[:：–—]|\s-\s/u, 1);
  const about = /^.{0,60}?\b(?:run|play)[ -]?book(?= (?:for|to|on|of|when)\b)/i.exec(lead)?.[0];
  // behind an id or a mark stands the whole name
  const whole = /^\s?(?:[A-Z]{1,6}-?\d|\d|\[|[(（])/.test(title) ? title.trim() : '';
  // `Signer - Rotate Keys Runbook`
  const last =
    title
      .split(/[–—]|\s-\s/u)
      .at(-1)
      ?.trim() ?? '';
  const behind = /[:：]|^(?:the|our)\b/i.test(last) ? '' : last;
  const named = [about ?? '', lead.trim(), whole, behind].find((name) =>
    /(?:book|sop|operating procedure|런북|플레이북|手順書|手册|预案|ブック)$/iu.test(name),
  );
  return named === undefined ? null : wordIn(named);
}

/** The name of a file without its endings: `deploy` of `docs/deploy.html.md.erb`. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.\w{1,8}){1,3}$/, '');
}

/** Why a document is no runbook, whatever it holds. */
export type OtherUse =
  'index' | 'project' | 'template' | 'archive' | 'test' | 'plan' | 'record' | 'guide' | 'part' | 'skill';

const folders: readonly (readonly [OtherUse, RegExp])[] = [
  [
    'test',
    /^(?:tests?|__tests__|test[-_]?data|fixtures?|e2e|vendor|third[-_]party|external|node_modules|mocks?|feature-demos|sample[-_s].*|demos?)$/,
  ],
  [
    'template',
    /^(?:.*[-_.])?(?:templates?|archetypes|boilerplate|scaffolds?|examples?|samples?|guide-examples)$/,
  ],
  ['archive', /(?:^|[-_])(?:archived?|archives|deprecated|obsolete|attic|legacy|old)(?:$|[-_])/],
  [
    'plan',
    /^_?(?:adrs?|.*decision[-_]records?|decisions|rfcs?|proposals?|designs?|specs?|plans?|prds?|stories|drafts?|superpowers|roadmaps?)$/,
  ],
  [
    'record',
    /^(?:reports?|audits?|evidence|post-?mortems?|retros?|retrospectives|releases?|release[-_]notes|changelogs?|journals?|meetings?|minutes|blog|news|posts)$/,
  ],
  [
    'guide',
    /^(?:.*[-_])?(?:guidelines?|contribution[-_]guide|contributing|style[-_]?guide|onboarding|tutorials?|exercises?|trainings?|learning|study|courses?|personas|roles)$/,
  ],
  [
    'part',
    /^_?(?:includes?|partials?|snippets?|fragments?|helpers|prompts?|agents?|skills?|commands|common[-_]steps)$/,
  ],
];

const subject = /^(?:releases?|audits?|(?:.*[-_])?onboarding)$/;

const stems: readonly (readonly [OtherUse, RegExp])[] = [
  [
    'index',
    /^(?:_?index|00[-_]index|readme(?:[-_.].*)?|_?sidebar|_?toc|table[-_]of[-_]contents|summary|home|catalog(?:ue)?|nav|_category_|overview|topic-router|run-?_?books|playbooks|sops)$/,
  ],
  [
    'project',
    /^(?:change-?log|history|contribut(?:ing|ion|ors?)|code[-_]?of[-_]?conduct|licen[cs]e|notice|security|support|governance|maintainers|authors|owners|roadmap|todo|agents?|claude|gemini|copilot-instructions|glossary|.*[-_]glossary|versioning|faq|.*pull_request_template|style[-_]?guide|.*conventions?|disclaimer|references|credits|acknowledge?ments)$/,
  ],
  ['template', /(?:^|[-_. ])templates?(?:$|[-_. ])|^example$|[-_. ]demo$/],
  ['plan', /(?:^|[-_. ])(?:design|spec|specification|proposal|requirements|rfc)$/],
  ['record', /(?:^|[-_. ])(?:post-?mortem|journal|report|log|audit)$/],
];

const writingVerb =
  /\b(?:how to (?:write|create|add|review|use)|write|writing|create|creating|authoring|reviewing|adding|developing|convert|converting|opening|using)\b/iu;
const runbookNoun = /\b(?:run ?books?|play ?books?|sops?)\b/iu;
const runbookMatter =
  /\b(?:run ?book|play ?book|sop)s? (?:\p{L}{1,20} )?(?:guide|guidelines?|guidance|template|standards?|library|lifecycle|index|format|structure|conventions?|overview|catalog|catalogue|specification|inventory|lists?|audit|agents?|validation|criteria|creation|development|generator|builder|parameters?|vs|permissions?)\b/iu;

/** Whether words are about runbooks, instead of naming one: `How to write a runbook`, `Runbook template`. */
function isAboutRunbooks(name: string): boolean {
  const words = name.slice(0, 200);
  const verb = writingVerb.exec(words);
  const behind = verb === null ? '' : words.slice(verb.index, verb.index + 80);
  return runbookNoun.test(behind) || runbookMatter.test(words);
}

/** Why a document is no runbook, whatever it holds; null where nothing says so. */
export const otherUse = rememberOf((look: DocumentLook): OtherUse | null => {
  const { path, title, kind } = look;
  if (kind === 'skill') return 'skill';
  if (kind === 'run') return 'record';
  const stem = stemOf(path).toLowerCase();
  const isNamed = wordIn(path) === 'strong';
  const segments = path.toLowerCase().split('/').slice(0, -1);
  if (segments.some((segment) => segment.startsWith('.'))) return 'project';
  for (const [index, segment] of segments.entries()) {
    // among runbooks, `releases` and `onboarding` are what they are about
    const isSubject =
      subject.test(segment) && segments.slice(0, index).some((one) => wordIn(one) === 'strong');
    const found = isSubject ? undefined : folders.find(([, pattern]) => pattern.test(segment));
    if (found !== undefined) return found[0];
  }
  for (const [use, pattern] of stems) if (pattern.test(stem) && !(use === 'record' && isNamed)) return use;
  // among runbooks, `replay-the-archive.md` is about an archive
  if (isTemplateFile(defaultConfiguration, path) && !(isNamed && /[-_. ]archives?$/.test(stem)))
    return 'template';
  if (isAboutRunbooks(title) || isAboutRunbooks(stem.replace(/[-_.]+/g, ' '))) return 'guide';
  if (/(?:^|\D)20\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?:\D|$)/.test(stem) && !isNamed) return 'record';
  return null;
});
