/** Makes what people write about time plain enough to read: one kind of dash, no invisible marks, numbers in figures where they were words. */

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const TENS_WORDS = TENS.slice(2).join('|');

/** 'forty', 'thirty-one', '31': from 0 to 120, or null. */
export function numberIn(words: string | null | undefined): number | null {
  const text = (words ?? '').trim();
  if (/^\d{1,3}$/.test(text)) return Number(text) <= 120 ? Number(text) : null;
  const unit = UNITS.indexOf(text);
  if (unit >= 0) return unit;
  const [ten = '', one] = text.split(/[- ]/);
  const tens = TENS.indexOf(ten);
  if (tens < 2) return text === 'a hundred' ? 100 : null;
  if (one === undefined) return tens * 10;
  const rest = UNITS.indexOf(one);
  return rest >= 1 && rest <= 9 ? tens * 10 + rest : null;
}

/** Small letters, plain dashes and apostrophes, single spaces; 'nineteen fifty-two' is 1952. */
export function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .replaceAll(/\bca?\.?(?=\d{4}\b)/g, 'about ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(new RegExp(`\\bnineteen (${TENS_WORDS})(?:[- ](${UNITS.slice(1, 10).join('|')}))?\\b`, 'g'), (_, ten: string, unit: string | undefined) => String(1900 + TENS.indexOf(ten) * 10 + (unit ? UNITS.indexOf(unit) : 0)))
    .trim();
}

/** What may stand for a number: figures, or one of the words. */
export const NUMBER = `\\d{1,3}|(?:${TENS_WORDS})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.toReversed().join('|')}`;
