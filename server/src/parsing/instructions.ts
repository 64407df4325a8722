/** Whether words are an instruction to the operator: `Restart the pool`, `Then drain it`, `If it hangs, kill it`. Knows no Markdown. */
import { wordSet } from '../text/word-set';
import { instructsAbroad } from './instructions-abroad';

/** Verbs that instructions of runbooks begin with. */
const verbs = wordSet(`
  run rerun re-run execute exec start stop restart reboot restore create recreate delete remove add update upgrade install
  reinstall uninstall deploy redeploy apply reapply scale drain cordon uncordon promote demote switch failover enable
  disable re-enable reenable rotate revoke renew regenerate replace copy move download upload export import set unset
  configure reconfigure edit change modify adjust open close click select choose navigate go ssh scp rsync cd connect
  reconnect disconnect attach detach mount unmount verify validate confirm ensure make double-check recheck re-check retest
  re-test wait observe inspect examine look find identify determine investigate assess evaluate analyze analyse gather
  collect capture notify inform announce communicate escalate tell ask obtain get fetch pull push merge commit build rebuild
  repeat retry continue proceed return follow use put place write rewrite read list print show query search grep kill
  terminate purge flush clear clean prune archive dump reload migrate sync synchronize synchronise compare calculate
  estimate decide define declare assign schedule prepare pause resume unpause lock unlock block unblock isolate quarantine
  contain reset revert roll rollback undo recover repair fix resolve mitigate increase decrease reduce raise lower grant
  provide enter type paste press submit save send invoke trigger provision register deregister unregister approve reject
  cancel abort let take keep leave bring turn shut plug unplug swap rename resize expand extend shrink allocate truncate
  drop vacuum reindex rebalance redirect reroute generate extract unpack unzip compress encrypt decrypt bump cut draft skip
  try consider discuss complete finish perform conduct carry hand freeze unfreeze bootstrap initialize initialise rejoin
  evict annotate preserve secure harden reimage acknowledge engage convene coordinate review check monitor watch launch
  replay requeue republish publish post tag do have give pick locate note mark filter convert page call document record
  subscribe unsubscribe reissue re-issue reassign reprocess reconcile rewind reseed unseal bounce browse scroll tail
  charge hang wear dry heat cool pour shake mix stir rinse fold stack greet dim hire buy rent mop disinfect evacuate muster shout
  tighten loosen screw unscrew lubricate
  accept arrange authenticate authorize authorise await begin bypass calibrate chase clone collate combine commence compile
  consolidate consult correlate cross-check crosscheck customize customise deallocate decommission delegate deliver describe
  detect diagnose dispatch distribute divert eject eliminate email empty encourage enlarge enrol enroll erase establish
  exchange exclude exit explain explore flag flip format forward fill free hide highlight hit hold include invite
  invalidate jump liaise lift maintain manage measure memorize offload omit organise organize override park perform ping
  power-cycle prioritize prioritise probe propose prove quiesce quit reach reactivate reallocate reassess rebase
  recalculate reformat refresh refund reinstate reinitialize reinitialise relaunch relocate remember remind remediate
  reopen reorder replenish replicate reserve respond resubmit resync resynchronize retain retire reuse revalidate revise
  ring sanitize sanitise scan seal see separate share shift shorten simulate solve spin split stabilize stabilise strip
  substitute suggest summarize summarise summon supply suppress suspend switchover tear thank throttle tidy toggle
  transfer translate transition triage trim troubleshoot tune uncheck uncomment unlink unload unmask unpin untag utilize
  vacate wake walk warn welcome widen wipe withdraw wrap zip rehearse introduce appoint brief advise swipe tap tick top
  file stash backfill throttle mute unmute silence point repoint activate deactivate bind serve refer attempt inject retrieve
`);
/** Verbs that mostly are nouns; they instruct where a thing follows: `release the lock`. */
const doubtful = wordSet(`
  plan contact release patch snapshot backup load label track access request order view visit join sort sign store treat
  stage map link limit target handle pin attribute boot power log back report warm seed route taint force
  shed process test address figure debug book count light level oil tape seat pay pump dust shelter
`);
const determiners = wordSet(
  'the a an all any each every your our this that these those it them in out up down off whether if onto into',
);
/** What may stand before the verb. */
const leads = wordSet(`
  please then next first second third last now again also always never not and or just you should must can will need to we
  do don't either
`);
/** What begins a condition or a place that a comma ends. */
const conditions = wordSet(
  'if when once after before on in from using as for at with while where unless within per via during until',
);

/** Marks in front of an item's first word. */
const marks =
  /^(?:[*_~>"'“”‘’()[\]\s–—:.✓✔-]|\[[ xX]\]|\p{Extended_Pictographic}|\ufe0f|\u200d|optional(?:ly)?\b|required\b){1,16}/iu;
/** Who does it, in brackets: `[DBA] Stop the writer`, `[Ops/Net]: Move the address`. */
const actor =
  /^[*_\s]{0,4}\[(?=\p{L})[\p{L}\p{N} /&+.,-]{2,24}\](?![(:[]\S)[*_]{0,2}[:–—-]?[*_]{0,2}\s{1,3}(?=\p{L})/u;
/** What may stand before a verb and does not change what it asks for: `Pre-schedule`, `Re-seat`, `Force-stop`. */
const prefix = /^(?:pre|re|auto|bulk|hot|cold|soft|hard|force|batch|manually|remote)-/;
const firstWord = /^[A-Za-z]{1,20}(?:[-'’][A-Za-z]{1,12})?/;

/** What makes a noun of a verb: `Restore order`, `Upgrade path — production`. */
const compound =
  /^\s+(?:order|sequence|procedures?|process|plan|strategy|path|options|policy|window|checklist|guide|overview|notes?)\s*(?:$|[—–(:-])/i;

/** Whether the first word of a heading says that something is done: `Building hosts`, `Create a cluster`. */
export function namesWork(title: string): boolean {
  const word = /^[^A-Za-z]{0,12}([A-Za-z]{2,16})ing\b/.exec(title)?.[1]?.toLowerCase();
  if (word === undefined) return instructs(title);
  return [word, `${word}e`, word.replace(/(.)\1$/, '$1')].some((one) => verbs.has(one));
}

/** Whether a line begins with an instruction, after marks, a condition, and words such as Then or Please. */
export function instructs(words: string): boolean {
  let rest = words.slice(actor.exec(words)?.[0].length ?? 0).slice(0, 240);
  if (instructsAbroad(rest)) return true;
  for (let turn = 0; turn < 8; turn++) {
    rest = rest.slice(marks.exec(rest)?.[0].length ?? 0);
    const word = firstWord.exec(rest)?.[0] ?? '';
    const lower = word.toLowerCase();
    const behind = rest.slice(word.length);
    if (verbs.has(lower) || verbs.has(lower.replace(prefix, '')))
      return !/^(?:[:：]\s*[^\s*_`]|['’/.@]|-\d|\(s\))/.test(behind) && !compound.test(behind);
    if (doubtful.has(lower))
      return determiners.has(/^\s+([a-z]{1,8})\b/i.exec(behind)?.[1]?.toLowerCase() ?? '');
    if (conditions.has(lower)) {
      const end = /^[^,:;.\n]{1,140}[,:]\s/.exec(rest)?.[0].length;
      if (end === undefined) return false;
      rest = rest.slice(end);
    } else if (leads.has(lower) || /^[a-z]{2,16}ly$/.test(lower)) rest = behind.replace(/^,/, '');
    else return false;
  }
  return false;
}
