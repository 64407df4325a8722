/**
 * Tells gaps of a template from what else authors put in brackets: marks, citations, ranges, keys, code, HTML
 * (docs/rules/placeholder.md). Knows words only, no Markdown.
 */
import { wordSet } from '../text/word-set';

/** Up to 40 characters on each side of a bracket. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

type GapTest = (words: string, surroundings: Surroundings) => boolean;

/** Single words that stand for what an author is to fill in, wherever they stand. */
const gapWords: ReadonlySet<string> = new Set(
  (
    'action alert approver author baseline channel channels change command component condition contact contacts criterion date dependency ' +
    'description diagnosis duration email environment feature frequency goal hostname hours impact issue issues level link location manager ' +
    'metric minutes name notification number owner percentage person phase phone procedure project provider reason region requirement ' +
    'resolution result role scenario service severity stakeholder stakeholders step symptom task tbd tbc team threshold time title todo tool ' +
    'trigger url username value version'
  ).split(' '),
);

/** Remarks: [see below], [sic], [not applicable], [optional], [deprecated since 2.0], [default: 5]. */
const remark = new RegExp(
  '^(?:(?:see|sic|cf|ibid|no longer|emphasis added|citation needed|n/a)\\b(?!-)|' +
    'not (?:yet|needed|applicable|available|implemented|tested|required|used|shown|set)\\b|' +
    '(?:deprecated|wip|draft|optional|required|default|note|warning|caution|important|tip|info|error|debug|done|skip|skipped|manual|automated|' +
    'redacted|internal|experimental|unreleased|archived|obsolete|ok|pass|fail|passed|failed|yes|no|on|off|beta|alpha|breaking|added|removed|' +
    'changed|fixed|security|new|updated)(?:$|[,:;.]|[ ](?:by|if|when|since|in|for|from|until|only|as|unless)\\b))',
  'i',
);
const numbered =
  /^(?:figure|fig\.?|table|section|chapter|appendix|rfc|iso|adr|pr|issue|ticket|page|p\.|pp\.|note|line|item|sev|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ -]?#?\d/i;
/** `[Appendix A]`, and what others wrote: `[Smith 2020]`, `[Doe et al., 2021]`, `[Reed & Park 1999b, p. 4]`. */
const cited =
  /^(?:(?:[Ff]igure|[Tt]able|[Ss]ection|[Cc]hapter|[Aa]ppendix|[Aa]nnex|[Ee]xhibit) [A-Z]$|\p{Lu}[\p{L}'’-]{1,40}(?:(?:,| and| &| et al\.?)? \p{Lu}[\p{L}'’-]{1,40}){0,4}(?: et al\.?)?,? \(?(?:1[5-9]|20)\d\d[a-z]?\)?(?:$|[,:;] ))/u;
/** What comes before the label of a button or key. */
const pressed =
  /\b(?:click|press|select|choose|tap|hit|push|button|menu|tab|key|keys)(?:\s+(?:on|the|on the))?\s+[*_"'`]*$/i;

/** What comes before the last part of a path of menus: `Settings -> General -> [Run it]`. */
const path = /(?:->|→|»|>)[^>→»]{1,30}(?:->|→|»|>)[ \t]{0,3}$/;

/** `[Words]` in running text. */
export const isBracketGap: GapTest = (words, { before, after }) => {
  if (isTemplateDate(words) || isTemplateVersion(words)) return true;
  // part of a longer token: array[index], \[escaped\], [text][label], [re]start
  // or an argument: sign(payload, [options]), sign([options])
  if (/[\w)\]\\$@}.]$|\w\($/.test(before) || /^[\w{]/.test(after)) return false;
  // other letters say what belongs here where nothing else is said: `담당자: [팀 이름]`
  if (otherLetters.test(words)) return isAllThatIsSaid(before, after) && !/[=;{}\\@]|:\/\//.test(words);
  if (!/[A-Za-z]/.test(words) || pressed.test(before) || path.test(before)) return false;
  // [Draft | Review | Approved] begins like a remark and is a choice
  if (/ [|/] /.test(words)) return /[A-Za-z]{2}/.test(words);
  if (example.test(words)) return /(?:^|[:：])[\s*_]*$/.test(before) && /^[\s*_.,;]*$/.test(after);
  if (remark.test(words) || numbered.test(words) || isIdList(words) || isNameList(words)) return false;
  if (isTag(words) || isLead(words, before, after) || cited.test(words)) return false;
  if (/^[^\p{Script=Latin}(]/u.test(words) || /[=;{}\\@]|:\/\//.test(words)) return false;
  return /\s/.test(words) ? isPhrase(words) : isWord(words, before, after);
};

/** `[Several words]` in code, where a single word is an argument, a section of a file or a level of a log. */
export const isCodeBracketGap: GapTest = (words, { before, after }) => {
  if (isTemplateDate(words) || isTemplateVersion(words)) return true;
  if (path.test(before) || /[\w)\]\\$@}.%("'`]$/.test(before) || /^(?:\w|\.\w|\])/.test(after)) return false;
  // a program says what speaks: `pg_restore: [archiver (db)] could not …`
  if (/^[a-z]/.test(words) && /(?:^|\n)[ \t]{0,8}[\w.-]{1,40}:[ \t]$/.test(before) && /^[ \t]\w/.test(after))
    return false;
  if (/^object [A-Z]|\b(?:options|arguments|args|flags|function)$/.test(words)) return false;
  if (
    remark.test(words) ||
    isIdList(words) ||
    isNameList(words) ||
    isTag(words) ||
    / for \w{1,40}(?:, ?\w{1,40}){0,8} in | if .{1,120} else |^new |\(\)| in keyof /.test(words)
  )
    return false;
  return /^[A-Za-z][A-Za-z'/-]*,?(?: [\w'/().,-]+)+$/.test(words) && isPhrase(words);
};

/** `{words}` in running text. */
export const isBraceGap: GapTest = (words, { before, after }) => {
  // ${VAR}, {{ name }}, /users/{id}, file.{a,b}, :::{note}, {ref}`backup`
  if (/(?:[\w$#@%{/\\.=-]|:::[ \t]?)$/.test(before) || /^[\w}/`]/.test(after)) return false;
  if (!/^[A-Za-z][\w '’/().,&+|:>%?-]*$/.test(words) || /^\w+\s*:|,\S/.test(words)) return false;
  return (
    /\s/.test(words) ||
    (/^[A-Za-z]?[a-z]*(?:[/_-][A-Za-z0-9]+)*$/.test(words) && !types.has(words.toLowerCase())) ||
    (/^[A-Z]+$/.test(words) && gapWords.has(words.toLowerCase()))
  );
};

/** What documentation of functions writes in braces: `{String}`. */
const types: ReadonlySet<string> = new Set(
  'any array bigint boolean buffer date element error function int integer map node null number object promise set string symbol undefined unknown void'.split(
    ' ',
  ),
);

/** `{Several words}` in code, where braces hold everything else. */
export const isCodeBraceGap: GapTest = (words, { before, after }) =>
  !/[\w$#@%{)/\\.=]$/.test(before) &&
  !/^[\w}]/.test(after) &&
  /^[A-Z][a-z]+(?:[/-][A-Za-z]+)*(?: [\w'/()-]+){1,12}$/.test(words);

/** `<words>` in running text that is no HTML, address, type argument or key. */
export const isAngleGap: GapTest = (words, { before }) => {
  if (/[\w<$)]$/.test(before) || /[=:@"'/]$|[=:@"]/.test(words) || isOneInQuestion(words, before))
    return false;
  const name = /^([A-Za-z][\w-]*)/.exec(words)?.[1] ?? '';
  if (name.length < 2 || htmlElements.has(name.toLowerCase()) || keys.test(words)) return false;
  return /^[A-Za-z][\w '’/().,-]*$/.test(words) && !/^[\w-]+(?:\.[\w-]+)+$/.test(words);
};

/** What operators pick one of when they get there. */
const objects = wordSet(`
  namespace pod node deployment pvc pv hpa daemonset statefulset replicaset job cronjob configmap secret container ingress instance vm
  host hostname server volume disk device bucket cluster role rolebinding account table index shard replica topic partition broker
  queue interface port pid process session snapshot image tag commit branch revision release zone record domain certificate
`);

/** `the pod <pod-name> in namespace <namespace>`: the one that is in question, not what the template left out. */
function isOneInQuestion(words: string, before: string): boolean {
  const noun = /\s([A-Za-z]{2,20})\s$/.exec(before)?.[1]?.toLowerCase();
  return (
    noun !== undefined &&
    objects.has(noun) &&
    /^[\w-]+$/.test(words) &&
    words.toLowerCase().split(/[-_]/).includes(noun)
  );
}

const keys =
  /^(?:enter|return|esc|escape|tab|space|ctrl|control|alt|shift|cmd|command|option|del|delete|backspace|home|end|up|down|left|right|f\d{1,2})(?:[-+].*)?$/i;

function isTemplateDate(words: string): boolean {
  return /^(?:YYYY-MM-DD|YYYY\/MM\/DD|DD\.MM\.YYYY|MM\/DD\/YYYY)(?:[ T]HH:MM.*)?$/.test(words);
}

function isTemplateVersion(words: string): boolean {
  return /^v?X\.Y(?:\.[A-Z])?$/.test(words);
}

/** `Duration: [e.g. 10 minutes]` */
const example = /^(?:e\.g\.|eg\.?[ ]|for example\b)/i;
const day = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?(?:$|[ ,])/i;
const asked = /\b(?:YOUR|INSERT|ENTER|ADD|FILL|SPECIFY|DESCRIBE|REPLACE)\b/;

/** Marks of logs, days and modes: `[DRY RUN]`, `[Fri]`, `[ALERT]`; not `[SERVICE NAME]`, which asks for one. */
function isTag(words: string): boolean {
  if (day.test(words)) return true;
  if (!/^[A-Z][A-Z0-9 _/-]{1,24}$/.test(words)) return false;
  if (words === 'ALERT') return true;
  const all = words.split(/[ _/-]/);
  if (all.length < 2 || all.length > 3 || asked.test(words)) return false;
  return all.every(
    (word) => word.length > 1 && !/^[DHMNSXYZ]+$/.test(word) && !gapWords.has(word.toLowerCase()),
  );
}

/** `[Step 1] Drain the queue` counts what its words say; `[Step 1]` alone is to be written. */
function isLead(words: string, before: string, after: string): boolean {
  return (
    /^(?:step|phase|stage|task|part|day|option)[ ]?\d{1,3}[a-z]?$/i.test(words) &&
    /^[\s*_#]*$/.test(before) &&
    /^[*_]{0,3}[:–—-]?[ ]{1,3}[\p{L}\p{N}`]/u.test(after)
  );
}

/** `[stream2, stream3, ...]`: arguments and elements. */
function isNameList(words: string): boolean {
  return /^[\w.]+(?:, ?[\w.]+)+$/.test(words);
}

function isIdList(words: string): boolean {
  return /^(?:[A-Z][A-Z0-9]+-(?:\d+[a-z]?|[XYN]{2,4}))(?:\s*(?:,|\/|and|or|to|–|-)\s*(?:[A-Z][A-Z0-9]+-(?:\d+[a-z]?|[XYN]{2,4})|\d+[a-z]?|[XYN]{2,4}(?!-(?:\d|[XYN]{2}))))*$/.test(
    words,
  );
}

/** Several words that read like a description of what goes here. */
function isPhrase(words: string): boolean {
  const list = words.split(/\s+/);
  const letters = list.filter((word) => /[A-Za-z]{2}/.test(word));
  // [a, b], [x y]: symbols of a formula; [10 20 thirty]: mostly numbers
  return letters.length > 0 && letters.length * 2 >= list.length;
}

/** A word by itself: always when templates use it, a capitalised one only where it is all that is said. */
function isWord(words: string, before: string, after: string): boolean {
  if (gapWords.has(words.toLowerCase()) || /^N(?:[-+]1)?$/.test(words)) return true;
  if (/^[A-Za-z]{3,}(?:\/[A-Za-z.-]{2,})+$/.test(words))
    // `- [Ops/Venue]: start the stream` says who
    return !(/^[\s>*_+-]*$/.test(before) && /^[*_]{0,2}:[*_]{0,2}[ ]\p{L}/u.test(after));
  if (!/^(?=\p{Script=Latin})\p{Lu}\p{Ll}+(?:-\p{Ll}+)*$/u.test(words)) return false;
  return /(?:^|[:：]|[–—]|\s-)[\s*_]*$/.test(before) && /^[\s*_.,;]*$/.test(after);
}

/** Letters of languages in which a word in brackets is often a remark. */
const otherLetters = /[^\P{L}\p{Script=Latin}]/u;

/** Whether a bracket is the whole value of a field. */
function isAllThatIsSaid(before: string, after: string): boolean {
  return /[:：|][\s*_]*$/.test(before) && /^[\s*_]*\|?$/.test(after.trimEnd());
}

const htmlElements: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup ' +
    'data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 ' +
    'h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noscript ' +
    'object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span ' +
    'strike strong style sub summary sup svg g path rect circle table tbody td template textarea tfoot th thead time title tr track tt u ul ' +
    'var video wbr'
  ).split(' '),
);
