import { fold } from '../folding.ts';
import { outsideQuotes } from '../quotedSpeech.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passages.ts';

/** A rule on words, tried on a text as `fold` leaves it, with a space at each end. */
export interface WordingRule {
  /** The words without which there is nothing to find. */
  readonly forms: readonly string[];
  find(folded: string): Pick<Finding, 'wrong' | 'mend'> | undefined;
}

/** Tries the rules on passages. What stands in quotation marks is somebody's speech and keeps their word. */
export function wordingCheck(rules: readonly WordingRule[]): (shown: readonly Passage[]) => Finding[] {
  const forms = rules.flatMap((rule) => rule.forms.map(bounded));
  // Hardly a text has any of them, and one search for all is cheaper than one for each.
  const any = new RegExp(forms.join('|') || '(?!)');
  return (shown) =>
    shown.flatMap(({ text, path }) => {
      const folded = outsideQuotes(text).map(bounded).join('|');
      if (!any.test(folded)) return [];
      return rules.flatMap((rule) => {
        const found = rule.find(folded);
        return found ? [{ path, ...found }] : [];
      });
    });
}

/** Folded, as whole words. */
export function bounded(text: string): string {
  return ` ${fold(text)} `;
}
