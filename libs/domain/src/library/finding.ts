/** Finds entries by words as people type them: endings and small slips of spelling are forgiven, nothing else is guessed. */

const STOP = new Set('a an and at be by for from her his in is it its me my of off on or our she he some that the their them they this to us was we were what when where who will with you your i'.split(' '));
/** A search has at most so many words; what is typed beyond is not looked at. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;

/** The plain words of a text: small letters, no accents, no stop words. Letters of any script count as letters. */
export function plainWords(text: string): string[] {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/['’]s\b/g, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !STOP.has(word));
}

/** A word without its English ending: 'knitting', 'knitted' and 'knits' are all 'knit'. */
export function stem(word: string): string {
  let rest = word;
  if (/ies$/.test(rest) && rest.length > 4) rest = `${rest.slice(0, -3)}y`;
  else if (/[^su]s$/.test(rest) && rest.length > 3) rest = rest.slice(0, -1);
  const ending = /(ing|ed)$/.exec(rest)?.[0];
  if (ending && rest.length - ending.length >= 3) {
    rest = rest.slice(0, -ending.length);
    if (/([^aeiouls])\1$/.test(rest)) rest = rest.slice(0, -1);
  }
  return rest.length > 3 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
}

export function stems(text: string): string[] {
  return plainWords(text).map(stem);
}

/** How many letters must be changed, added, dropped or swapped with their neighbour, or `most` + 1 when more than `most`. */
export function slips(one: string, two: string, most: number): number {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: two.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[two.length] ?? most + 1;
}

/** From 1, the same word, down to 0, another word. */
export function closeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 3 && word.startsWith(typed)) return 0.8;
  const forgiven = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  return forgiven > 0 && slips(typed, word, forgiven) <= forgiven ? 0.5 : 0;
}

/** Texts of one entry with what a word found in each is worth. */
export type Texts = readonly (readonly [weight: number, text: string])[];

/**
 * A search for what was typed: gives each entry's worth, or null when a word of the search is nowhere in it. An empty
 * search finds everything alike. Each word of the library is compared once, however many entries use it.
 */
export function searchFor(typed: string): (texts: Texts) => number | null {
  const wanted = [...new Set(stems(typed.slice(0, 500)).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD)))];
  const known = wanted.map(() => new Map<string, number>());
  return (texts) => {
    const worth = wanted.map(() => 0);
    for (const [weight, text] of texts) {
      for (const word of new Set(stems(text))) {
        wanted.forEach((each, at) => {
          const close = known[at]?.get(word) ?? closeness(each, word);
          known[at]?.set(word, close);
          worth[at] = Math.max(worth[at] ?? 0, weight * close);
        });
      }
    }
    return worth.some((each) => each === 0) ? null : worth.reduce((sum, each) => sum + each, 0);
  };
}
