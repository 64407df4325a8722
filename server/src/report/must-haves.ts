/** The runbooks that every service needs, found by the words of their titles. */
import { localizable } from '../text/say';
import type { EntryReference, MustHave } from './workspace-report';

interface Need {
  readonly category: string;
  readonly name: string;
  readonly words: RegExp;
  /** Titles that use the words for something else. */
  readonly unless?: RegExp;
}

const restoring = /\b(?:restor|recover)\w*/i;
const rollback = /\b(?:roll(?:ed|ing)?[- ]?backs?|revert\w*|revers\w+|back[- ]?out|undo)\b/i;
const hotfix =
  /\b(?:hot[- ]?fix(?:es)?|emergency (?:release|deploy\w*|fix|patch|change)s?|patch(?:es|ing)?)\b/i;

const needs: readonly Need[] = [
  {
    category: 'Incident',
    name: localizable`Service down`,
    words: /\b(?:down|outages?|unavailab\w+|unreachable|offline|not respond\w*|unresponsive|crash\w*)\b/i,
  },
  {
    category: 'Incident',
    name: localizable`Performance degradation`,
    words:
      /\b(?:slow\w*|latenc\w+|degrad\w+|performance|time[- ]?outs?|saturat\w+|exhaust\w+|overload\w*|error rates?|high (?:cpu|memory|load)|backlog|queue)\b/i,
  },
  {
    category: 'Incident',
    name: localizable`Security incident`,
    words:
      /\b(?:security|breach\w*|intrusions?|compromis\w+|leak(?:ed|s|age)? (?:credentials?|secrets?|keys?|data|passwords?)|(?:credential|secret|key|data|password)s? leak\w*|attack\w*|ddos|malware|ransomware|unauthori[sz]ed|vulnerabilit\w+)\b/i,
  },
  {
    category: 'Deployment',
    name: localizable`Standard release`,
    words: /\b(?:releas\w+|deploy\w*|roll[- ]?outs?)\b/i,
    unless: new RegExp(`${rollback.source}|${hotfix.source}`, 'i'),
  },
  { category: 'Deployment', name: localizable`Hotfix`, words: hotfix },
  { category: 'Deployment', name: localizable`Rollback`, words: rollback },
  {
    category: 'Maintenance',
    name: localizable`Database backup`,
    words: /\b(?:back[- ]?ups?|snapshots?|dumps?)\b/i,
    unless: restoring,
  },
  {
    category: 'Maintenance',
    name: localizable`Log rotation`,
    words:
      /\blogs?\b.{0,120}\b(?:rotat\w+|retention|clean\w*|purg\w+|prun\w+|trim\w*|archiv\w+)|\b(?:rotat\w+|clean\w*|purg\w+|prun\w+|trim\w*|archiv\w+)\b.{0,120}\blogs?\b/i,
  },
  {
    category: 'Maintenance',
    name: localizable`Certificate renewal`,
    words: /\b(?:certificates?|certs?|tls|ssl)\b/i,
  },
  {
    category: 'Recovery',
    name: localizable`Data restore`,
    words:
      /\brestor\w+|\b(?:data|database|backup|point-in-time)\b.{0,120}\brecover\w*|\brecover\w*\b.{0,120}\b(?:data|databases?|backups?)\b/i,
  },
  {
    category: 'Recovery',
    name: localizable`Failover`,
    words: /\b(?:fail(?:ing|ed)?[- ]?overs?|switch[- ]?overs?|disaster recovery|promot\w+)\b/i,
  },
  {
    category: 'Recovery',
    name: localizable`Service restart`,
    words: /\b(?:re-?start\w*|re-?boot\w*|bounc(?:e|ing))\b/i,
  },
];

/** Each need with the runbooks that meet it; none where it is missing. */
export function mustHavesOf(runbooks: readonly EntryReference[]): MustHave[] {
  return needs.map(({ category, name, words, unless }) => ({
    category,
    name,
    runbooks: runbooks
      .filter(({ title }) => words.test(title) && unless?.test(title) !== true)
      .map(({ id, title, file, line }) => ({ id, title, file, line })),
  }));
}
