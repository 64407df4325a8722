/** Finds commands that destroy something where nothing in their step confirms or takes back what they did. */
import type { Command, Entry, Procedure, Runbook, Step } from '../../model/runbook';
import { roleOf } from '../../model/vocabulary';
import { encloses, firstFrom, type Span } from '../../text/span';
import { wordsAt } from '../fields/fields';
import { isConfirmed, isJudgedList, isLoose, isListed, isVerified } from './judged-procedure';

/** The rest of a command up to an operator or the end of its line. */
const rest = '[^\\n|;&]{0,160}?';

/** What removes data or the things that hold it, by family: each from its verb to what makes it destructive. */
const families: readonly string[] = [
  // SQL
  'drop\\s{1,8}(?:table|database|schema|index|view|column|user|role|keyspace|collection|tablespace|partition|materialized\\s{1,8}view)\\b',
  'truncate\\s{1,8}(?:table\\s{1,8})?(?=["`\\w])(?!-)',
  'delete\\s{1,8}from\\s{1,8}[\\w."`]{1,80}\\s{0,8}(?=;|["\']|$)',
  'update\\s{1,8}[\\w."`]{1,80}\\s{1,8}set\\s(?![^;\\n]{0,300}\\bwhere\\b)[^;\\n]{1,300};',
  'pg_terminate_backend\\b',
  'dropdb\\b',
  'pg_dropcluster\\s',
  `mysqladmin\\b${rest}\\sdrop\\b`,
  // stores
  'flush(?:all|db)\\b',
  'dropDatabase\\b',
  '\\w{1,60}\\.drop\\(\\s{0,8}\\)',
  'delete(?:Many|_many)\\(\\s{0,8}\\{\\s{0,8}\\}',
  `etcdctl\\b${rest}\\sdel\\b`,
  `consul\\s{1,8}kv\\s{1,8}delete\\b`,
  `vault\\s{1,8}(?:kv\\s{1,8}(?:destroy|delete|metadata\\s{1,8}delete)|delete|secrets\\s{1,8}disable)\\b`,
  'rclone\\s{1,8}(?:purge|delete|rmdirs)\\b',
  `bq\\b${rest}\\srm\\b`,
  'drop-(?:database|table|collection)\\b',
  `kafka-topics(?:\\.sh)?\\b${rest}\\s--delete\\b`,
  `kafka-consumer-groups(?:\\.sh)?\\b${rest}\\s--reset-offsets\\b${rest}\\s--execute\\b`,
  'rabbitmqctl\\s{1,8}(?:purge_queue|delete_queue|reset|force_reset)\\b',
  // files and disks
  `rm\\s${rest}(?<=\\s)(?:-[a-z]{0,6}r[a-z]{0,6}f[a-z]{0,6}|-[a-z]{0,6}f[a-z]{0,6}r[a-z]{0,6}|(?:-r|--recursive)\\s{1,8}(?:-f|--force)|(?:-f|--force)\\s{1,8}(?:-r|--recursive))(?=\\s|$)`,
  `find\\s${rest}\\s(?:-delete\\b|-exec\\s{1,8}(?:sudo\\s{1,8})?rm\\b)`,
  'shred\\s',
  'mkfs(?:\\.\\w{1,8})?\\s',
  'wipefs\\s',
  `parted\\s${rest}\\s(?:mklabel|mktable|rm)\\b`,
  `sgdisk\\s${rest}--zap-all\\b`,
  `sfdisk\\s${rest}--(?:delete|wipe)\\b`,
  'format\\s{1,8}[a-z]:(?=\\s|$|/)',
  `mdadm\\s${rest}--zero-superblock\\b`,
  '(?:del|erase|rd|rmdir)\\s{1,4}(?:/[a-z]\\s{1,4}){0,3}/s\\b',
  '(?:Format-Volume|Clear-Disk)\\b',
  '(?:iptables|ip6tables)\\s{1,8}(?:-F|--flush)\\b|nft\\s{1,8}flush\\b',
  `Remove-Item\\s${rest}\\s?-Recurse\\b`,
  'Remove-(?:VM|VHD|Partition|VirtualDisk|StoragePool|Az[A-Za-z]{2,40}|ADUser|ADGroup|ADComputer|Mailbox|Cluster|SqlDatabase)\\b',
  `truncate\\s${rest}(?:-s|--size)[= ]{0,2}0\\b`,
  `userdel\\b${rest}\\s(?:-r|--remove)\\b`,
  'crontab\\s{1,8}-r\\b',
  `dd\\s${rest}\\bof=/dev/(?!null)`,
  '(?:lv|vg|pv)remove\\s',
  '(?:zfs|zpool)\\s{1,8}destroy\\b',
  'btrfs\\s{1,8}subvolume\\s{1,8}delete\\b',
  'rbd\\s{1,8}(?:rm|remove|snap\\s{1,8}purge)\\b',
  'ceph\\s{1,8}osd\\s{1,8}(?:purge|destroy|pool\\s{1,8}(?:delete|rm))\\b',
  `rsync\\s${rest}\\s--delete(?:-\\w{1,8})?\\b`,
  // version control
  `git\\s{1,8}push\\b${rest}\\s(?:(?:--force(?!-)|-f)(?=\\s|$)|\\+[\\w/])`,
  `git\\s{1,8}reset\\b${rest}\\s--hard\\b`,
  `git\\s{1,8}clean\\b${rest}\\s-[a-z]{0,4}f[a-z]{0,4}\\b`,
  // containers and clusters
  `(?:docker|podman)\\s{1,8}(?:(?:system|volume|image|container|network|builder)\\s{1,8})?prune\\b`,
  `(?:docker|podman)\\s{1,8}(?:volume\\s{1,8}rm|rm\\b${rest}\\s-[a-z]{0,4}[fv][a-z]{0,4})\\b`,
  '(?:docker|podman)\\s{1,8}system\\s{1,8}reset\\b',
  'crictl\\s{1,8}rmi\\s{1,8}--prune\\b',
  'kubeadm\\s{1,8}reset\\b',
  `(?:docker-compose|docker\\s{1,8}compose)\\b${rest}\\sdown\\b${rest}\\s(?:-v|--volumes)\\b`,
  `(?:kubectl|oc)\\b${rest}\\sdelete\\b`,
  `(?:kubectl|oc)\\b${rest}\\sdrain\\b${rest}\\s(?:--delete-emptydir-data|--delete-local-data|--force)\\b`,
  `helm\\b${rest}\\s(?:uninstall|delete)\\b`,
  `argocd\\s{1,8}app\\s{1,8}delete\\b|flux\\s{1,8}(?:delete|uninstall)\\b`,
  `velero\\b${rest}\\sdelete\\b|restic\\b${rest}\\s--prune\\b|borg\\s{1,8}(?:delete|prune)\\b`,
  `nomad\\b${rest}\\s-purge\\b`,
  '(?:eksctl|kops|k3d|kind|minikube)\\s{1,8}delete\\b',
  '(?:s3cmd|influx|virsh)\\s{1,8}(?:bucket\\s{1,8})?(?:del|rb|delete|undefine|destroy|vol-delete)\\b',
  // infrastructure
  '(?:cdk|vagrant)\\s{1,8}destroy\\b',
  `(?:terraform|tofu|terragrunt|pulumi)\\b${rest}\\s(?:destroy|apply\\s{1,8}-destroy)\\b`,
  `aws\\s{1,8}s3\\s{1,8}(?:rm\\b${rest}\\s--recursive\\b|rb\\b)`,
  `aws\\s${rest}\\s(?:delete(?!-message)|terminate|deregister|purge)-[\\w-]{1,60}`,
  `(?:gcloud|az|doctl|oci|ibmcloud|linode-cli|hcloud|openstack)\\s${rest}\\s(?:delete|destroy)\\b`,
  `gsutil\\b${rest}\\srm\\b${rest}\\s?-[a-z]{0,3}r[a-z]{0,3}\\b`,
  `curl\\s${rest}(?:-X|--request)[= ]{0,3}["']?DELETE\\b`,
];
const destructive = new RegExp(`(?<![\\w-])(?:${families.join('|')})`, 'gi');

/**
 * The first destructive command of each step that has neither verification nor rollback, with the title of the step. Ways
 * back and steps behind whose fence a list of boxes stands have none. Linear in the procedure.
 */
export function* unguardedCommands(
  runbook: Runbook,
  procedure: Procedure,
  entry: Entry | undefined,
): Iterable<UnguardedCommand> {
  if (isGuarded(runbook, procedure, entry)) return;
  // the commands of one fence are run together, up to the check at its end
  const lastCheck =
    procedure.form === 'comment' ? procedure.steps.findLastIndex(({ verifies }) => verifies) : -1;
  for (const [index, step] of procedure.steps.entries()) {
    if (index < lastCheck) continue;
    if (step.commands.length === 0 || isVerified(runbook, step) || step.rollback.length > 0) continue;
    if (saysHowToGoBack(runbook, step)) continue;
    for (const span of destructiveIn(runbook, step)) {
      yield { span, title: step.titleSpan };
      break;
    }
  }
}

export interface UnguardedCommand {
  readonly span: Span;
  readonly title: Span;
}

/** Whether a procedure as a whole confirms what its steps do, leads back, or has no steps for operators. */
function isGuarded(runbook: Runbook, procedure: Procedure, entry: Entry | undefined): boolean {
  if (procedure.role === 'rollback' || procedure.checklist !== null || procedure.coveredBy !== null)
    return true;
  if (!isLoose(procedure)) return isListed(procedure) && !isJudgedList(runbook, procedure, entry);
  if (entry === undefined && runbook.kind.kind !== 'entry') return true;
  // what a document about the way back removes is what it is for
  if (roleOf(entry?.title ?? runbook.headings[0]?.title ?? '') === 'rollback') return true;
  return isConfirmed(runbook, procedure, entry);
}

function saysHowToGoBack(runbook: Runbook, step: Step): boolean {
  return /\b(?:roll(?:s|ed)? ?back|to undo|revert)\b/i.test(wordsAt(runbook, step.span));
}

/** Where a step's commands destroy something; comments, dry runs and warnings against a command do not. */
function* destructiveIn(runbook: Runbook, step: Step): Iterable<Span> {
  for (const command of step.commands) {
    if (command.form === 'inline' && isWarnedOf(runbook, command)) continue;
    let at = command.span.start;
    for (const line of wordsAt(runbook, command.span).split(/(?<=\n)/)) {
      const start = at;
      at += line.length;
      for (const found of destructiveInLine(line))
        yield { start: start + found.start, end: start + found.end };
    }
  }
}

/** The words by which a line of a command destroys something: `rm -rf`; null where none are known. */
export function destructiveWords(line: string): string | null {
  for (const { start, end } of destructiveInLine(line)) return line.slice(start, end);
  return null;
}

/** Where a line destroys something; comments, dry runs and what only prints do not. */
function* destructiveInLine(line: string): Iterable<Span> {
  if (/^\s*(?:#|--\s|\/\/|explain\s{1,8}(?!analy[sz]e))|--dry-run|--what-?if/i.test(line) || onlyPrints(line))
    return;
  const searched = endOfSearch(line);
  for (const match of line.matchAll(destructive)) {
    if (match.index < searched || isTemporary(line.slice(match.index))) continue;
    yield { start: match.index, end: match.index + match[0].trimEnd().length };
  }
}

/** Whether a line writes words, which nothing runs. */
function onlyPrints(line: string): boolean {
  return /^\s*(?:\$\s)?(?:echo|printf)\s/.test(line) && !/[|;&]/.test(line);
}

/** Where a line stops to be the search for words in a text, which runs none of them: 0 for a line that does not begin with one. */
function endOfSearch(line: string): number {
  if (!/^\s*(?:\$\s)?(?:sudo\s)?(?:[ef]?grep|rg|ag|ack|zgrep|git\s{1,8}grep|man)\s/.test(line)) return 0;
  return /^(?:"[^"]*"|'[^']*'|[^|;&"'])*/.exec(line)?.[0].length ?? 0;
}

/** Whether a command removes nothing but what was put into a directory for passing things. */
function isTemporary(command: string): boolean {
  if (!/^rm\s/i.test(command)) return false;
  const [words = ''] = command.split(/[|;&#\n]/, 1);
  const paths = words.split(/\s+/).filter((word, index) => index > 0 && word !== '' && !word.startsWith('-'));
  return paths.length > 0 && paths.every((path) => /^["']?(?:\/(?:var\/)?tmp\/[\w.]|\$\{?TMP)/.test(path));
}

/** Whether the line speaks against the command: "never use `git push --force`". */
function isWarnedOf({ lines, text, links }: Runbook, { span }: Command): boolean {
  const lead = text.slice(lines.startOf(lines.lineAt(span.start)), span.start);
  const link = links[firstFrom(links, span.start + 1, ({ inline }) => inline.span.start) - 1];
  return (
    /\b(?:never|not|n't|avoid|instead of|without|rather than)\b[^.]{0,40}$/i.test(lead) ||
    (link !== undefined && encloses(link.inline.span, span))
  );
}
