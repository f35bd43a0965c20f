/** Compares and takes apart the names of people, as files of every kind write them. */

export type SplitName = { title: string; givenName: string; familyName: string };

/** Lower case, without accents, apostrophes or full stops, so that Siân is Sian and O’Brien is O'Brien. */
export function nameKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’‘`´.]/g, '').replace(/[-–]/g, ' ').replace(/\s+/g, ' ').trim();
}

const titles = new Set(['mr', 'mrs', 'miss', 'ms', 'mx', 'dr', 'prof', 'professor', 'rev', 'revd', 'sir', 'dame', 'lady', 'lord', 'sister', 'father', 'canon', 'major', 'capt', 'captain']);

/** 'Nowak, Piotr', 'Mrs Dorothy Lumley' or 'Yusuf': the last word is the family name unless a comma says otherwise. */
export function splitName(text: string): SplitName {
  const words = text.replace(/\s+/g, ' ').trim();
  const comma = words.indexOf(',');
  if (comma > 0) {
    const rest = splitTitle(words.slice(comma + 1).trim());
    const family = splitTitle(words.slice(0, comma).trim());
    return { title: rest.title || family.title, givenName: rest.name, familyName: family.name };
  }
  const { title, name } = splitTitle(words);
  const parts = name.split(' ').filter((part) => part !== '');
  if (parts.length < 2) return { title, givenName: parts[0] ?? '', familyName: '' };
  return { title, givenName: parts.slice(0, -1).join(' '), familyName: parts.at(-1) ?? '' };
}

function splitTitle(words: string): { title: string; name: string } {
  const [first = '', ...rest] = words.split(' ');
  if (rest.length > 0 && titles.has(nameKey(first))) return { title: first, name: rest.join(' ') };
  return { title: '', name: words };
}

export const fullName = (name: { givenName: string; familyName: string }): string => `${name.givenName} ${name.familyName}`.trim();

export type KnownName = { id: string; givenName: string; familyName: string };

/**
 * The known people a written name may mean: `same` agree in both names, `like` agree in the family name and, as far as one
 * is given, the first letter; a single name is compared with either.
 */
export function findPeople(written: { givenName: string; familyName: string }, known: readonly KnownName[]): { same: KnownName[]; like: KnownName[] } {
  const given = nameKey(written.givenName);
  const family = nameKey(written.familyName);
  const whole = nameKey(fullName(written));
  const same = known.filter((person) => nameKey(fullName(person)) === whole);
  if (same.length > 0) return { same, like: [] };
  const single = family === '' ? given : given === '' ? family : null;
  const like = known.filter((person) => {
    const [theirGiven, theirFamily] = [nameKey(person.givenName), nameKey(person.familyName)];
    if (single !== null) return single !== '' && (single === theirGiven || single === theirFamily);
    if (theirFamily === given && theirGiven === family) return true;
    return theirFamily === family && alike(given, theirGiven);
  });
  return { same: [], like };
}

/** An initial agrees with a name, and a short form with the long one it begins. */
function alike(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  return one.startsWith(other) || other.startsWith(one) || (one.slice(0, 3) === other.slice(0, 3) && one.length > 2 && other.length > 2);
}

/** 'A', 'A and B', 'A, B and C'. */
export function listWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** At most so many characters, so that a sentence stays a sentence. */
export function short(text: string, most = 60): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}
