/**
 * Names near those of `role-names.ts`: the same verb or noun in another inflection, with a thing behind it
 * (`Verifying the deployment`, `Roll back your change`, `Before you start the job`). What makes something else of the
 * words is named: `Rollback rehearsal` and `Test plan` are other things. Names are folded: no hyphens, no articles.
 */
import { phaseWords } from './phase-words';
import type { Role } from './role-names';

/** More words than these are a sentence, not a name. */
const mostWords = 8;

/** What is planned, rehearsed or told about a way back is no way back. */
const aboutRollback =
  'triggers?|deadlines?|decisions?|criteria|conditions?|owners?|testing|tested|tests?|approvals?|communications?|' +
  'rehearsals?|drills?|exercises?|simulations?|practice|risks?|windows?|thresholds?|readiness|history|logs?|' +
  'contacts?|status|metrics|support|matrix|behaviou?r|capabilit(?:y|ies)|considerations|notes?|feasibility|' +
  'requirements?|required|possible|impossible|supported';
/** `Communication During Rollback` goes along with the way back. */
const aroundRollback =
  /\b(?:during|after|before|verify|verifying|test|testing|when to|rehearse|rehearsing|practi[cs]e|plan|approve|decide|no)\b/;

/** What is over when the work afterwards begins. */
const event =
  '(?:incident|outage|resolution|recovery|restoration|mitigation|closure|service restoration)(?: resolution| closure)?';
const change =
  'deployment|migration|upgrade|failover|switchover|cut ?over|restart|release|installation|patch(?:ing)?|reboot|' +
  'repair|rotation|renewal|backup|shutdown|start ?up|scal(?:e|ing)(?: (?:up|out|down|in))?|reset|rebuild|provisioning|decommission(?:ing)?';
const cure = 'remediation|resolution|mitigation|implementation|execution|response';
const access = 'access|permissions?|privileges?|tools?|tooling|credentials|roles?|approvals?|rights';
const verb = {
  verify: 'verif(?:y|ies|ying)|validat(?:e|es|ing)|confirm(?:s|ing)?',
  revert:
    'revert(?:ing)?|undo(?:ing)?|back(?:ing)? out|fail(?:ing)? back|fall(?:ing)? back|downgrad(?:e|ing)',
  cure: '(?:remediat|fix|resolv|mitigat|implement|execut)(?:e|ing)?',
} as const;
const things = ' [^ ]+(?: [^ ]+){0,5}';

/** In order: the first that fits a folded name decides. Each is anchored, its repeats bounded. */
const sources: readonly (readonly [Role, readonly string[]])[] = [
  ['prerequisites', ['(?:[^ ]+ ){0,4}pre ?requisites?', `pre ?requisites? (?:for|of|to)${things}`]],
  ['verification', ['(?:[^ ]+ ){0,4}(?:verification|validation|smoke tests)']],
  [
    'post',
    [
      'post ?(?:incident|mortem|resolution|restoration|event)(?: [^ ]+){0,3}',
      `(?:[^ ]+ )?(?:after|following) (?:${event})(?: is (?:over|resolved|closed|done))?`,
      `(?:once|when|after|as soon as) (?:${event}|it|all|everything) (?:is|has been|was) (?:over|resolved|closed|mitigated|contained|back to normal|restored)`,
      `(?:once|after) (?:resolved|recovered|mitigated|closing)`,
      'clos(?:e|ing) (?:out )?(?:incident|ticket|case|issue)',
      'afterwards|aftercare|wrap(?:ping)? up|close ?out',
      '(?:after action|post implementation)(?: (?:reviews?|reports?|items?))?',
    ],
  ],
  [
    'prerequisites',
    [
      'pre (?:[^ ]+ ){0,2}(?:checks?|checklists?)',
      'readiness (?:checks?|checklists?)',
      'prechecks?',
      'preflight(?: checks?| checklists?)?',
    ],
  ],
  [
    'verification',
    [
      'post (?:[^ ]+ ){0,2}(?:checks?|checklists?|tests?)',
      'postchecks?',
      'final (?:checks?|checklists?|tests?)',
      '(?:checks?|tests?) afterwards',
    ],
  ],
  [
    'post',
    [
      'post (?:release|execution|recovery|outage)(?: (?:tasks|actions?|activit(?:y|ies)|follow ups?|reviews?|steps|work))?',
      `clean(?:ing)? up(?:${things})?`,
      'cleanups?(?: (?:tasks|steps|actions|of|after)(?: [^ ]+){0,4})?',
      'follow ?ups?(?: (?:actions?|tasks?|items|work))?',
      'prevent(?:ion|ive|ing)(?: [^ ]+){0,4}',
      'lessons (?:to learn|from|of)(?: [^ ]+){0,4}',
      'retrospectives?',
    ],
  ],
  [
    'rollback',
    [
      `(?:complete |full |how to |to )?(?:roll(?:ing)? ?back|rollbacks?)(?! (?:${aboutRollback}|if|when)$)(?! (?:${aboutRollback}) )(?:${things})?`,
      `(?:how to )?(?:${verb.revert})(?! (?:${aboutRollback})$)(?:${things})?`,
      `(?:fallback|failback|backout) (?:plan|procedures?|steps|instructions|options?|process|to)(?: [^ ]+){0,4}`,
      `(?:what to do )?(?:if|when|in case) (?:something|anything|things?|it|that) (?:goes|go|went|should go) wrong`,
      '(?:what to do )?(?:if|when) (?:it|this|that|step|phase|migration|deployment|upgrade|change) fails',
      '(?:on|in case of) failure',
    ],
  ],
  [
    'rollback',
    [
      '(?:what to do )?(?:if|when) (?:anything )?fails',
      '(?:restor(?:e|ing)|return(?:ing)? to|go(?:ing)? back to) (?:previous|prior|old|original|former|last)(?: [^ ]+){1,4}',
    ],
  ],
  [
    'escalation',
    [
      `(?:(?:when|how)(?: and (?:when|how))? to )?escalat(?:e|ing|ions?)(?! (?:rate|history|log|metrics)$)(?:${things})?`,
      '(?!de )(?:[^ ]+ ){0,5}escalations?',
      'whom? (?:to|do i|do you|do we|should i|should you|can i|can you) (?:call|contact|page|reach)(?: [^ ]+){0,3}',
      'on ?call(?: (?:contacts?|rotation|rota|schedule|teams?|engineers?|support))?',
      '(?:emergency|incident|escalation|on ?call|support)(?: and [^ ]+)? contacts?',
      '(?:contacts? )?points? of contacts?',
      "(?:what to do )?(?:if|when) (?:you are |you['’]re |we are )?stuck|call(?:ing)? for help",
      "(?:if|when) (?:(?:this|that|it|nothing) )?(?:still )?(?:does not|doesn['’]t|did not|didn['’]t) (?:help|work)|(?:if|when) nothing helps|(?:need|get|getting) help",
    ],
  ],
  [
    'scope',
    [
      '(?:in|out of|not in) scope|applicability|limitations|exclusions|excludes|excluded',
      "(?:what )?(?:it |this |runbook |procedure )?(?:covers|handles|applies to|(?:does not|doesn['’]t) (?:cover|handle|apply to))",
      'when not to use(?: [^ ]+){0,4}',
    ],
  ],
  [
    'verification',
    [
      `(?:how to )?(?:${verb.verify})(?:${things})?`,
      `(?:verification|validation|confirmation) (?:of|for|steps?|commands?|checks?|checklists?|criteria|plan|procedures?|tests?|quer(?:y|ies)|scripts?)(?: [^ ]+){0,5}`,
      `(?:how to )?check(?:s|ing)? (?:that|it|results?|outcome|success|fix|changes?|deployment|rollout|release)(?: [^ ]+){0,5}`,
      `how (?:do (?:i|we|you)|to) (?:know|tell)${things}`,
      '(?:[^ ]+ )?(?:sanity|health|smoke|integrity|acceptance) (?:checks?|checking|tests?|testing)',
      `(?:you )?(?:should|will) (?:now )?see(?:${things})?`,
      `(?:what |how )?success looks(?: like)?(?: [^ ]+){0,4}`,
      '(?:signs?|indicators?|evidence|proof) of success|success (?:signs?|indicators?)|what (?:good|healthy) looks like',
      `(?:(?:you are|it is|this is|step is|task is) )?(?:done|complete|finished|successful) (?:when|if|once)(?:${things})?`,
      `expected (?:command )?(?:outputs?|results?|responses?|outcomes?|state|behaviou?r|values?)(?: (?:of|from|for|after|when|on|in|is)(?: [^ ]+){0,4})?`,
    ],
  ],
  [
    'gate-criteria',
    [
      `(?:(?:${phaseWords}|quality) )?(?:gate|gating|exit|acceptance|success|completion)(?: [^ ]+)? criteri(?:a|on)(?: (?:for|of)(?: [^ ]+){1,4})?`,
      'criteria for (?:success|completion|acceptance)',
      `(?:(?:this )?(?:${phaseWords})(?: is)? )?(?:complete|ready|done) (?:when|if|once)`,
      `(?:ready for|move on to|go to|proceed to) next (?:step|${phaseWords})(?: (?:when|if|once))?`,
      'move on (?:when|if|once)',
    ],
  ],
  [
    'prerequisites',
    [
      `requirements? (?:for|before)${things}`,
      'prerequisites? (?:&|and) (?:access|tools|tooling|permissions|credentials|set ?up|preparation|requirements|safety|checks)',
      '(?:getting|get|have) ready',
      '(?:checks?|tasks|things to do|work|steps) before (?:you (?:start|begin)|starting|start|beginning)',
      `prepar(?:e|ing|ations?) (?:for|steps|checklist|tasks|work)(?: [^ ]+){0,5}`,
      `before (?:you|we|starting|start|beginning|begin|running|proceeding|executing|deploying|upgrading|migrating|work)(?:${things})?`,
      `(?:required|necessary|needed) (?:${access})(?: (?:and|or) (?:${access}))?`,
      `(?:${access})(?: (?:and|or) (?:${access}))? (?:required|needed|requirements?|you need)`,
      `(?:access|permissions|tools) and (?:${access})`,
      `(?:what |things )?you(?: ?['’]?ll| will)? need(?: (?:before|first|to|for)(?: [^ ]+){0,4})?`,
    ],
  ],
  [
    'trigger',
    [
      'when (?:to|should (?:i|you|we)|do (?:i|you|we)) (?:use|run)(?: [^ ]+){0,4}',
      'use (?:this (?:runbook )?)?(?:when|if)',
      'when (?:does )?(?:this |it |runbook )?appl(?:y|ies)',
      'what (?:triggers|triggered|starts) (?:this|it|runbook)',
      'signs(?: and symptoms)?|how it (?:shows|looks)|indicators',
      '(?:triggers|trigger conditions?|triggering|triggered|symptoms) (?:by|of|for|and)(?: [^ ]+){1,4}',
    ],
  ],
  [
    'steps',
    [
      '(?!next )(?:[^ ]+ ){0,2}steps',
      `steps (?:to|for)${things}`,
      `(?:[^ ]+ )?(?:detailed|standard|emergency|manual|main|step by step|${change}|${cure}) procedure`,
      `procedure (?:for|to|of)${things}`,
      `(?:detailed )?(?:${change}|${cure}) (?:procedures?|actions|instructions|tasks|sequence|workflow|process)`,
      `(?:remediation|mitigation|implementation|execution) of${things}`,
      'incident workflow',
      `(?:remediating|resolving|mitigating|fixing|implementing|executing|deploying|cutting over)`,
      `how to (?:deploy|upgrade|migrate|restart|run|apply|perform|install|release|proceed|fail ?over|cut ?over|${verb.cure})(?:${things})?`,
      'what to do(?: (?:now|next|first|when|if)(?: [^ ]+){0,5})?',
    ],
  ],
];

const patterns = sources.map(([role, list]) => [role, new RegExp(`^(?:${list.join('|')})$`)] as const);
/** `Fix the pool` is work, `Fix version` a field: an article tells the verb. */
const work = new RegExp(
  `^(?:${verb.cure}|deploy(?:ing)?|cut(?:ting)? over) (?:the|your|our|this|these|it)(?: |$)`,
);
const determiners = /(?:^| )(?:the|a|an|your|our|this|these|its|their|my)(?= )/g;

/** A look that saves most names the patterns below. */
const foldable = /[-‐‑&]| {2}|(?:^| )(?:the|an?|your|our|this|these|its|their|my) /;

/** A normalized name without what authors vary: hyphens, articles, `&`. `roll-back the change` is `roll back change`. */
export function foldName(normalized: string): string {
  if (!foldable.test(normalized)) return normalized;
  return normalized
    .replace(/[-‐‑]/g, ' ')
    .replaceAll('&', ' and ')
    .replace(determiners, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** What every name that one of the patterns takes holds some of: most headings of other documents hold none. */
const stems =
  /pre|verif|validat|smoke|confirm|check|test|how|see|success|done|complete|finished|expected|post|after|following|once|clean|follow|lesson|retrospect|roll|revert|undo|back|fail|fall|downgrad|wrong|escalat|who|call|contact|criteri|requir|necessar|need|before|access|permission|tool|when|trigger|symptom|step|procedure|remediat|workflow|process|fix|deploy|cut|what|instruction|action|task|sequence|restor|return|good|healthy|sign|indicator|evidence|proof|resol|mitigat|implement|execut|scope|cover|handle|appl(?:y|ies)|stuck|ready|applicab|limitation|exclu|wrap|close|help/;

/** The role of a normalized name that is near one of the names, or null. */
export function nearbyRole(normalized: string): Role | null {
  if (!stems.test(normalized)) return null;
  const folded = foldName(normalized);
  if (folded.split(' ', mostWords + 1).length > mostWords) return null;
  for (const [role, pattern] of patterns) if (pattern.test(folded)) return role;
  if (work.test(normalized)) return 'steps';
  return /^(?:[^ ]+ ){1,4}roll ?backs?$/.test(folded) && !aroundRollback.test(folded) ? 'rollback' : null;
}
