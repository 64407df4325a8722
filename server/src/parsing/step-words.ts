/** What a step is about, judged by the words of its title. */

const verifyingWord =
  /\b(?:verify|verif(?:ies|ying|ication)|validat(?:e|es|ing|ion)|confirm(?:s|ation)?|smoke|health[- ]checks?|sanity[- ]checks?|observe)\b/i;
const verifyingStart = /^\W*(?:check|monitor|test|watch|ensure|re-?test|re-?check)\b/i;
const investigatingStart =
  /^\W*(?:identify|investigate|assess|review|inspect|examine|diagnose|determine|gather|collect|analy[sz]e|look|find|locate|search|read|list|understand|triage|capture|record|query|compare|estimate)\b/i;

/** Whether the step is itself a verification: Verify, Validate, Check, Confirm, Monitor, Smoke… */
export function verifies(title: string): boolean {
  return verifyingWord.test(title) || verifyingStart.test(title);
}

/** Whether the step only looks and changes nothing: Identify, Investigate, Review… */
export function investigates(title: string): boolean {
  return investigatingStart.test(title);
}
