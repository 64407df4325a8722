/** Bracketed words by which a template speaks to its author: to be followed and removed, not to be replaced by a value. */

const patterns: readonly RegExp[] = [
  /^(?:add|append|insert|include) (?:more|additional|further|other|another|extra|as many|any other|application|project|feature|service|team)\b/i,
  /\bas (?:needed|necessary|required|appropriate)$/i,
  /^(?:follow|repeat|reuse|use|copy|duplicate|same) (?:the |this |above )*(?:same|structure|format|section|block|template|pattern|above)\b/i,
  /^(?:remove|delete) (?:this|these|if|when|the)\b/i,
  /^space for\b/i,
  /^(?:continue|and so on|etc\.?|more)(?:\W|$)/i,
];

/** Whether `[Add more phases as needed]` and the like: with or without its brackets. */
export function isInstruction(words: string): boolean {
  const bare = words.replace(/^\[|\]$/g, '').trim();
  return patterns.some((pattern) => pattern.test(bare));
}

/** Whether a stretch of text is one such instruction in brackets and nothing else but rules (`---`). */
export function isOnlyInstruction(text: string): boolean {
  const words = text.replace(/^\s*(?:-{3,})?\s*|\s*(?:-{3,})?\s*$/g, '');
  return /^\[[^\]]*\]$/.test(words) && isInstruction(words);
}
