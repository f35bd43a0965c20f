/** Words that can be read aloud at a handover: nothing a person would not want said before everybody. */

/** Words that say nothing by themselves about what a topic is. */
const EMPTY = new Set([
  'the', 'and', 'was', 'her', 'his', 'she', 'had', 'has', 'him', 'for', 'you', 'not', 'are', 'but', 'out', 'all', 'any', 'who', 'how', 'one', 'two', 'its', 'our', 'own', 'now', 'off', 'old', 'new', 'day', 'may', 'can', 'did', 'get', 'got', 'say', 'too', 'way', 'why', 'yes', 'well',
  'about', 'after', 'again', 'also', 'anything', 'been', 'before', 'being', 'could', 'does', 'doing', 'from', 'have', 'having', 'into', 'just', 'like', 'made', 'many', 'more', 'most', 'much',
  'never', 'only', 'other', 'over', 'some', 'such', 'talk', 'talking', 'than', 'that', 'their', 'them', 'then', 'there', 'these', 'they', 'thing', 'things', 'this', 'those', 'time', 'times',
  'very', 'were', 'what', 'when', 'where', 'which', 'while', 'with', 'would', 'your', 'days', 'year', 'years', 'will', 'mention', 'avoid', 'subject', 'topic',
]);

/** The words of a sentence that carry it, without endings that only bend them. */
function stems(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length > 2 && !EMPTY.has(word)).map((word) => word.replace(/(?:ies|ied)$/u, 'y').replace(/(?:ing|ed|es|s)$/u, '')).filter((stem) => stem.length > 2);
}

/** Whether words touch on one of a person's topics to avoid: they share a word that carries it. */
export function touchesOn(words: string, topics: readonly string[]): boolean {
  const said = new Set(stems(words));
  return topics.some((topic) => stems(topic).some((stem) => said.has(stem)));
}
