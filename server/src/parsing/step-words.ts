/** What a step is about, judged by the words of its title, and the words that say how to confirm it. */
import {
  confirmingStemsAbroad,
  confirmsAbroad,
  investigatesAbroad,
  tellsAbroad,
  titleEnds,
  verifiesAbroad,
  type TitleEnds,
} from '../model/translated-words';
import type { PlacedPiece } from '../text/pieces';
import { rememberWords } from '../text/remember';
import { sparseSightingsOf } from '../text/sightings';
import type { Span } from '../text/span';

const verifyingWord =
  /\b(?:verify|verif(?:ies|ying|ication)|validat(?:e|es|ing|ion)|confirm(?:s|ation)?|smoke|health[- ]checks?|sanity[- ]checks?|observe)\b/i;
const verifyingStart =
  /^\W*(?:check|monitor|test|watch|ensure|re-?test|re-?check|wait (?:for|until|till)(?! (?:\d|a (?:few|couple|moment|minute|while)|(?:some|several|two|three|five|ten)\b)))\b/i;
const investigatingStart =
  /^\W*(?:(?:re-?)?tail|identify|investigate|assess|review|inspect|examine|diagnose|determine|gather|collect|analy[sz]e|look|find|locate|search|read|list|understand|triage|capture|record|query|compare|estimate|acknowledge|evaluate|classify|measure|scope|correlate|study|trace|pinpoint|establish|isolate the cause|take (?:a|another) (?:close |quick )?look|have a look|get (?:the|a|an) (?:current |full )?(?:list|status|output|logs?|ids?|names?|number|details|state|version)|familiari[sz]e)\b/i;
/** `Root cause analysis`, `Initial triage`. */
const investigatingNoun =
  /^(?:[A-Za-z-]{2,20} ){0,3}(?:analysis|investigation|assessment|diagnos(?:is|tics)|triage)\.?$/i;
/** `Who is affected?` */
const question =
  /^\W{0,8}(?:who|what|which|where|why|how|is|are|does|do|did|has|have|can)\b[^?]{0,120}\?\W{0,4}$/i;
const tellingStart =
  /^\W*(?:document|notify|announce|inform|communicate|escalate|record|log(?! (?:in|into|on|onto|out|off)\b)|report|tell|call|page|alert|activate|engage|convene|assign (?:(?:an?|the) )?(?:incident |on-?call )?(?:roles?|owners?|commander|scribe|leads?|responders?)|assemble|post|publish|schedule|file|open (?:a|an|the) (?:ticket|incident|issue|bridge|channel)|hand ?over|hand off|thank|decide|brief|join|ask|discuss|agree|email|message|contact|declare|close (?:the|out)|update the (?:status|ticket|channel|log|runbook|incident|stakeholders))\b/i;

const tellingNoun =
  /^(?:[A-Za-z]{2,20} ){0,3}(?:escalation|notification|announcement|communications?|hand-?over|hand-?off)s?(?: (?:to|of|with) [^.,;]{1,60})?\.?$/i;
const involvingStart =
  /^\W*(?:(?:reach|loop|bring|pull|get) (?:out|in|on)\b|involve|consult|raise (?:it|this|the (?:issue|incident|problem|alarm))\b|let \S{1,30}(?: \S{1,30})? know\b|request (?:help|support|assistance|approval)\b|seek (?:help|approval|advice)\b)/i;
/** `If it is still down, ` and words such as Immediately, behind which the step says what to do. */
const tellingLead =
  /^\W*(?:(?:if|when|once|unless|after|in case)\b[^,:;.\r\n]{1,140},\s{1,4})?(?:(?:then|also|now|next|finally|please|immediately|promptly|formally|manually|first|optionally)\b,?\s{1,4}){0,3}/i;
/** What is done besides: `and restart the pool`. */
const doingBesides =
  /\b(?:and|then|or)(?: then)? (?:re)?(?:start|stop|boot|run|deploy|scale|drain|delete|remove|roll|apply|restore|promote|switch|disable|enable|kill|revert|execute|fail)/i;

const sendingStart = /^\W{0,8}send\s/i;
const sent =
  /\b(?:update|message|e-?mail|note|notification|notice|reminder|status|heads-up|announcement)s?\b/i;
const meetingStart =
  /^\W*(?:create|start|set up|spin up) an? (?:\w{1,20} ){0,2}(?:channel|ticket|bridge|call|war room|thread)\b/i;

/** What only brings people to where the work is. */
const enteringStart =
  /^\W{0,8}(?:(?:log|sign) (?:in|on)(?:to)?|ssh (?:in)?to|connect to|navigate to|open (?:the |your |an? )?(?:\w{1,20} )?(?:dashboard|console|terminal|shell|session|portal))\b/i;

/** Whether the step is itself a verification: Verify, Validate, Check, Confirm, Monitor, Smoke… */
function verifies(title: string, ends: TitleEnds): boolean {
  return verifyingWord.test(title) || verifyingStart.test(title) || verifiesAbroad(ends);
}

/** Whether the step only looks and changes nothing: Identify, Investigate, Review… */
function investigates(title: string, ends: TitleEnds): boolean {
  return (
    investigatingStart.test(title) ||
    investigatingNoun.test(title) ||
    (title.includes('?') && question.test(title)) ||
    investigatesAbroad(ends)
  );
}

/** Whether the step only notifies: Notify, Announce, Page, Activate the team… */
function tells(title: string, ends: TitleEnds): boolean {
  const words = title.slice(tellingLead.exec(title)?.[0].length ?? 0);
  if (words !== title && doingBesides.test(words)) return false;
  return (
    tellingStart.test(words) ||
    tellingNoun.test(words) ||
    ((involvingStart.test(words) || enteringStart.test(words)) && !doingBesides.test(words)) ||
    tellsAbroad(ends) ||
    (sendingStart.test(words) && sent.test(words.slice(0, 60))) ||
    meetingStart.test(words)
  );
}

/** What a step is for by its words. */
export interface StepAim {
  readonly verifies: boolean;
  readonly investigates: boolean;
  readonly tells: boolean;
}

/** What the title of a step says that it is for. */
export const aimOfWords = rememberWords((words): StepAim => {
  const ends = titleEnds(words);
  return {
    verifies: verifies(words, ends),
    investigates: investigates(words, ends),
    tells: tells(words, ends),
  };
});

const waiting =
  /^[ \t]*(?:\$[ \t]+|sudo[ \t]+|>[ \t]+|until[ \t]+|while[ \t]+(?:![ \t]+)?|timeout[ \t]+\S+[ \t]+)*(?:kubectl(?:[ \t]+\S+){0,6}[ \t]+(?:wait|rollout[ \t]+status)\b|oc(?:[ \t]+\S+){0,6}[ \t]+(?:wait|rollout[ \t]+status)\b|helm[ \t]+(?:test|status)\b|argocd[ \t]+app[ \t]+wait\b|aws(?:[ \t]+\S+){1,4}[ \t]+wait\b|az(?:[ \t]+\S+){1,4}[ \t]+wait\b|systemctl[ \t]+(?:[-\w]+[ \t]+){0,3}(?:status|is-active)\b|service[ \t]+\S+[ \t]+status\b|docker[ \t]+(?:wait|inspect)\b|pg_isready\b|redis-cli(?:[ \t]+\S+){0,6}[ \t]+ping\b|mysqladmin(?:[ \t]+\S+){0,6}[ \t]+(?:ping|status)\b|nginx[ \t]+-t\b|terraform[ \t]+(?:plan|validate)\b|ansible(?:[ \t]+\S+){0,6}[ \t]+-m[ \t]+ping\b|nc[ \t]+-\w{0,3}z|test[ \t]+-|\[[ \t]|wait-for\S*|(?:curl|wget|http)(?=[ \t]))/;
const checkingRequest =
  /(?:-\w{0,6}f\b|--fail\b|health|ready|readyz|livez|status|ping\b|version\b|smoke|-o[ \t]+\/dev\/null)/;
const checkingComment =
  /^[ \t]*(?:#|\/\/|--|::|rem[ \t])[ \t#=-]{0,10}(?:verify|verif(?:ies|ying|ication)|validat(?:e|ion)|confirm|check|expect(?:ed)?|make sure|ensure|should|will |wait (?:for|until)|smoke test|sanity check)\b/i;

/** Whether a line of a command waits for an effect or checks it: `kubectl rollout status`, `curl -f …/health`. */
export function waitsOrChecks(line: string): boolean {
  if (expectation.test(line)) return true;
  return line
    .replace(/\btest[ \t]{1,4}![ \t]{1,4}-/, 'test -')
    .split(/&&|\|\||;/)
    .some(isWaiting);
}

/** Tools that tell the state of what they run. */
const asksState =
  /^[ \t$>]{0,20}(?:sudo[ \t]{1,4})?(?:nomad[ \t]{1,4}(?:job|node|alloc)[ \t]{1,4}status|(?:vault|supervisorctl|pm2|pcs|crm|zpool)[ \t]{1,4}status|pm2[ \t]{1,4}(?:ls|list)|consul[ \t]{1,4}members|rabbitmqctl[ \t]{1,4}(?:status|cluster_status|await_)|rabbitmq-diagnostics|ceph[ \t]{1,4}(?:-s|status|health)|etcdctl[ \t][^|]{0,200}endpoint[ \t]{1,4}(?:health|status)|patronictl[ \t][^|]{0,200}list|Get-Service|Get-ClusterNode|Test-NetConnection|Test-Connection|Test-Path|sc(?:\.exe)?[ \t]{1,4}query|apachectl[ \t]{1,4}configtest|promtool[ \t]{1,4}check)(?![\w-])/i;

/** The same of names, certificates, brokers, networks and hosts. */
const asksOther =
  /^[ \t$>]{0,20}(?:sudo[ \t]{1,4})?(?:dig|nslookup|delv|openssl[ \t]{1,4}(?:s_client|x509|verify)|kafka-(?:topics|consumer-groups|configs)(?:\.sh)?[ \t][^|]{0,200}--(?:describe|list)|show[ \t]{1,4}(?:ip|ipv6|bgp|interfaces?|version|vlan|route|mac|lldp|arp|spanning-tree|running-config|standby|vrrp)|airflow[ \t]{1,4}(?:dags|tasks)[ \t]{1,4}(?:state|list)|mdadm[ \t]{1,4}--detail|zpool[ \t]{1,4}list|multipath[ \t]{1,4}-ll|lsblk|smartctl|mysqladmin[ \t][^|]{0,120}processlist)(?![\w-])/i;
/** What a command is to say, behind it: `SELECT count(*) FROM q; -- expect 0`. */
const expectation = /\S[ \t]{1,8}(?:#|--|\/\/)[ \t]{0,3}(?:expect(?:ed|s)?|should)\b/i;

function isWaiting(line: string): boolean {
  if (asksState.test(line) || asksOther.test(line)) return true;
  if (!waiting.test(line)) return false;
  return (
    !/^[ \t$]*(?:sudo[ \t]+|until[ \t]+|while[ \t]+(?:![ \t]+)?)?(?:curl|wget|http)[ \t]/.test(line) ||
    checkingRequest.test(line)
  );
}

const looking =
  /^[ \t]*(?:\$[ \t]+|sudo[ \t]+|watch[ \t]+(?:-n[ \t]*\d+[ \t]+)?)*(?:(?:kubectl|oc)(?:[ \t]+-\S+(?:[ \t]+[^\s-]\S*)?){0,3}[ \t]+(?:get|describe|top)\b(?![ \t]+secrets?\b)|docker[ \t]+(?:compose[ \t]+)?ps\b|docker-compose[ \t]+ps\b|helm[ \t]+(?:ls|list|history)\b|aws[ \t]+[\w-]+[ \t]+describe-|gcloud(?:[ \t]+[\w-]+){1,4}[ \t]+describe\b|az(?:[ \t]+[\w-]+){1,3}[ \t]+show\b|systemctl[ \t]+list-|curl(?![^|]{0,200}(?:-X[ \t]*(?:POST|PUT|PATCH|DELETE)|--request[ \t]+(?:POST|PUT|PATCH|DELETE)|[ \t](?:-d|--data|-o|-O|-T)\b))[ \t])/;

/** Whether a line of a command only looks at a state: behind a change it shows whether that worked. */
export function looksAt(line: string): boolean {
  return (
    /^[ \t$]*(?:sudo|watch|kubectl|oc|docker|helm|aws|gcloud|az|systemctl|curl)/.test(line) &&
    looking.test(line)
  );
}

/** Whether a line is a comment that says what the commands below it check: `# Verify the count`. */
export function announcesCheck(line: string): boolean {
  return checkingComment.test(line);
}

/** What every line in English that confirms a step holds some of. */
const englishStems = sparseSightingsOf(
  /verif|expect|confirm|validat|success|ensure|make sure|should|wait |check|result|output|outcome|response|test|evidence|done when|\bsee\b|worked|return|print|respond|answer|report|display|exit|must |until|if |done |watch |look at| now |turns|goes |changes|switches|becomes|below|above|normal|to zero|pass(?:ed)?:|→|=>|⇒|if not|otherwise/gi,
);
const stemsAbroad = sparseSightingsOf(new RegExp(confirmingStemsAbroad, 'gi'));

/** Tells of a stretch of a text whether a line in it may confirm a step. */
export function mayConfirm(text: string, pieces: readonly PlacedPiece[]): (span: Span) => boolean {
  const [inEnglish, abroad] = [englishStems(text, pieces), stemsAbroad(text, pieces)];
  return (span) => inEnglish(span) || abroad(span);
}

const confirming: readonly RegExp[] = [
  /^(?:[-*+]\s{1,4})?(?:\[[ xX]\]\s{1,4})?(?:\*\*|__)?(?:verify|verification|expected(?: output| results?| response)?|confirm|validate|success criteria)\b(?! duration)|\b(?:verify|confirm) that\b|[.;]\s{1,4}(?:verify|verification|expected(?: output| result| response)?|confirm)\s{0,4}:/i,
  /^(?:[*_"“>]{1,3})?(?:(?:then|now|finally|also|afterwards|and),? )?(?:ensure\b|make sure\b|check (?:that|whether|if|for)\b|expect\b|we expect\b|wait (?:until|for|till)\b|done when\b|on success\b|(?:→|=>|⇒)\s|(?:checks?|results?|outcome|tests?|evidence|output|success|pass|passed)\s{0,2}:\s{1,4}\S)/i,
  /\b(?:make sure|ensure|check|verify|validate) (?:that|whether)\b|[.;] (?:then )?(?:wait until|make sure|ensure|check (?:that|if))\b/i,
  /\byou(?: should| will| ought to|['’]ll)? (?:now )?see\b(?! (?:also|below|section))/i,
  /\bshould (?:now |then |all |only |again |no longer |not )?(?:be(?! (?:done|run|executed|performed|used|avoided|scheduled|planned|reviewed|approved|taken|made|considered|informed|notified|repeated|carried out)\b|(?: \w{2,20}){1,2} (?:before|by|within|during|prior|outside|as soon|only (?:by|if|when|after))\b)|show|return|read|say|print|list|report|display|contain|appear|become|drop|rise|recover|match|exit|respond|look|have|stay|go|say|succeed|pass|fall|decrease|increase|disappear|reach|answer|clear|come|turn|resume|finish|complete|start|stop)\b/i,
  /\b(?:returns?|prints?|responds?|answers?|reports?|displays?|exits?) (?:with |a |an |the |code |status |http ){0,4}(?:[`"“'‘]|\d|ok\b|nothing\b|no |true\b|healthy\b|success|green\b)/i,
  /\b(?:output|response|result|response code) (?:is|are|shows?|says?|contains?|reads?|lists?|matches|includes?|looks)\b/i,
  /(?:^|[.;,] )(?:\*\*|__)?(?:then |now )?(?:(?:in order )?to|(?:you|we) can(?: now)?) (?:confirm|verify|validate|double-check)\b/i,
  /^(?:\*\*|__)?(?:check|watch|look at)\b(?:\*\*|__)? [^.;]{1,100} (?:is|are|shows?|reads?|says?|has|have|falls?|drops?|rises?|stays?|recovers?|equals?|below|above|[<>=≤≥]) /i,
  /\bmust (?:now |then )?(?:(?:say|show|read|return|print|report|list|display)\b|be (?:below|above|under|over|at (?:least|most)|less|greater|zero|empty|green|up|\d|["'`“]))/i,
  /\bwill (?:now |then )?(?:appear|disappear|be (?:shown|displayed|listed|visible|green|gone|back))\b/i,
  /\bit (?:has )?worked\b|\b(?:successful(?:ly)?|succeeded|complete|finished|(?:is|are|you['’]re) done) (?:when|if|once)\b/i,
  /\b(?:if not|otherwise)\b,?:? {0,2}(?:stop|abort|escalate|go back|roll back|do not|don['’]t|repeat|retry|return)\b/i,
];

/** What a gauge does afterwards: `The queue drops below 50`. */
const effect =
  /\b(?:(?:is|are) now (?!known|in|on|the|a )|(?:turns|goes) (?:solid |steady )?(?:green|amber|red|blue|off|dark)\b|(?:status|state|phase|badge|health|led|light|icon|label) (?:changes|turns|goes|switches|becomes) (?:to )?["“`'‘A-Z]|(?:drops?|falls?|rises?|climbs?|goes|returns?) (?:back )?(?:below|above|to (?:zero|normal)))/i;
const conditional = /^\W{0,4}(?:if|when|once|unless|while|as soon|in case|which|what|how|whether)\b/i;

/** What is typed for a bullet where Markdown sees none. */
const dashBefore = /^(?:[•·▪–—]|->)[ \t]{1,3}/;

/** Whether a line of a step says how to confirm it: `Make sure that …`, `You should see …`, `→ 200 OK`. */
export const confirms = rememberWords((line): boolean => {
  const words = line.slice(dashBefore.exec(line)?.[0].length ?? 0, 1000);
  return (
    confirming.some((pattern) => pattern.test(words)) ||
    goesOnWhen(words) ||
    (effect.test(words) && !conditional.test(words)) ||
    confirmsAbroad(words)
  );
});

/** Whether a line is nothing but the name of what confirms, and says it below: `Checks:`, `**Output:**`. */
export function announcesResult(line: string): boolean {
  return line.length < 40 && resultName.test(line);
}

const resultName =
  /^[*_"“>]{0,3}(?:checks?|results?|outcome|outputs?|tests?|evidence|success|pass)\s{0,2}:[*_]{0,3}$/i;

const condition =
  /\b(?:must (?:be|show|read|return|match|say|stay)|repeat|retry|poll|hold)\b|^(?:then )?if\b/i;
const negation = /\bnot\b|n['’]t\b|\bfails?\b|\bstill\b|\bno\b/i;

/** Whether a line says when to go on: `It must be 0 before you go on`, `Repeat until it is`, `If it is not, stop`. */
function goesOnWhen(line: string): boolean {
  const found = condition.exec(line);
  if (found === null) return false;
  const rest = line.slice(found.index, found.index + 160).split('.', 1)[0] ?? '';
  if (/^must/i.test(rest))
    return /\bbefore (?:you|we|continuing|proceeding|going|moving|the next|step)\b/i.test(rest);
  if (!/^(?:then )?if/i.test(rest)) return /\buntil\b/i.test(rest);
  const comma = rest.indexOf(',');
  return (
    comma > 0 &&
    negation.test(rest.slice(0, comma)) &&
    /^, (?:stop|abort|escalate|go back|roll back|repeat|retry|return to)\b/i.test(rest.slice(comma))
  );
}
