/** Reads who belongs to a resident and what right, if any, each of them has to decide (Mental Capacity Act 2005). */
import type { Asking, Note } from './shared.ts';
import type { Authority, AuthorityArea, FoundSupporter } from './resident-fields.ts';
import { fullName, listWords, nameKey, short, splitName } from './names.ts';
import { isBlank } from './resident-cells.ts';

const check = (field: string, message: string): Note => ({ field, message, level: 'check' });
const info = (field: string, message: string): Note => ({ field, message, level: 'info' });

/** One address, as strictly as a letter to it needs: something, @, and a domain with a full stop in it. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>"]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/i.test(text);
}

function whatIsWrong(email: string): string {
  if (!email.includes('@')) return 'has no @';
  if (!/@[^@]*\.[^@]+$/.test(email)) return 'has nothing like .uk or .org after the @';
  return 'is not an address that can be written to';
}

const pieces = (text: string, by: RegExp): string[] => text.split(by).map((part) => part.trim()).filter((part) => part !== '');

const nobody = /^(none|no one|nobody|no nok|no family)\b|^n\/?a$/i;
const advocate = /\b(imca|advocate|advocacy)\b/i;

/** Several people in one cell are taken apart and paired, in order, with the relations and addresses beside them. */
export function readSupporters(names: string, relations: string, emails: string, person: string): { supporters: FoundSupporter[]; needsAdvocate: boolean; notes: Note[] } {
  const notes: Note[] = [];
  if (isBlank(names) || nobody.test(names.trim())) {
    const needsAdvocate = advocate.test(names);
    notes.push(check('supporters', needsAdvocate
      ? `${person} has nobody of their own (“${short(names)}”). An advocate is needed; until one is found, the named worker stands in.`
      : `Nobody is listed as family or friend of ${person}. Ask; if there is nobody, an advocate or the named worker stands in.`));
    if (!isBlank(relations) || !isBlank(emails)) notes.push(check('supporters', 'There is a relation or an address without a name. Find out whose it is.'));
    return { supporters: [], needsAdvocate, notes };
  }
  const written = splitPeople(names).map((name) => /^(.*?)\s*\(([^)]{2,40})\)$/.exec(name) ?? [name, name, '']);
  const who = written.map(([, name = '']) => name);
  const apart = pieces(relations, /[;\n|/,]|\s+and\s+|\s*&\s*/i).map((part) => (isBlank(part) ? '' : part));
  const how = apart.length === 0 && written.some(([, , relation]) => relation !== '') ? written.map(([, , relation = '']) => relation) : apart;
  const where = pieces(emails, /[;,\n|\s]+/);
  if (who.length > 1) notes.push(info('supporters', `${who.length} people stand in one cell: ${listWords(who.map((name) => short(name, 40)))}. We paired them with the relations and addresses in the same order.`));
  if (how.length > 0 && how.length !== who.length) notes.push(check('supporters', `There ${count(who.length, 'name')} but ${count(how.length, 'relation', false)}. See who is what.`));
  if (where.length > who.length || (where.length > 0 && where.length < who.length)) notes.push(check('supporters', `There ${count(who.length, 'name')} but ${count(where.length, 'address', false)}. See whose is whose.`));
  const addresses = pairEmails(who, where);
  const supporters = who.map((name, at): FoundSupporter => {
    const address = addresses[at] ?? '';
    const good = isEmail(address);
    if (address !== '' && !isBlank(address) && !good) notes.push(check('supporters', `The address “${short(address)}” for ${short(name, 40)} ${whatIsWrong(address)}. It is left out; ask for the right one.`));
    const relation = how[at] ?? (how.length === 1 ? (how[0] ?? '') : '');
    return { name: short(name, 120), relation: short(relation, 60), email: good ? address.toLowerCase() : null };
  });
  return { supporters, needsAdvocate: false, notes };
}

/** A comma parts people only where each side is a whole name; 'Lee, Bo' is one person. */
function splitPeople(names: string): string[] {
  return pieces(names, /[;\n|/]|\s+and\s+|\s*&\s*|\s\+\s/i).flatMap((part) => {
    const sides = pieces(part, /,/);
    return sides.length > 1 && sides.every((side) => side.includes(' ')) ? sides : [part];
  });
}

function count(many: number, noun: string, verb = true): string {
  const words = `${many} ${noun}${many === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
  return verb ? `${many === 1 ? 'is' : 'are'} ${words}` : words;
}

/** By order when there is one each; otherwise an address goes to whoever's first name begins it. */
function pairEmails(who: readonly string[], where: readonly string[]): string[] {
  if (who.length === where.length) return [...where];
  const left = [...where];
  const named = who.map((name) => {
    const first = nameKey(splitName(name).givenName);
    const at = left.findIndex((email) => first.length > 1 && nameKey(email).startsWith(first));
    return at < 0 ? '' : (left.splice(at, 1)[0] ?? '');
  });
  return named.map((email) => (email === '' && left.length > 0 && who.length === 1 ? (left.shift() ?? '') : email));
}

function areasIn(words: string): AuthorityArea[] {
  const areas: AuthorityArea[] = [];
  if (/h\s*(&|and|\+)\s*w\b|health|welfare/i.test(words)) areas.push('health-and-welfare');
  if (/p\s*(&|and|\+)\s*(f|a)\b|propert|financ|money|affairs/i.test(words)) areas.push('property-and-finance');
  return areas;
}

const areaWords: Record<AuthorityArea, string> = { 'health-and-welfare': 'health and welfare', 'property-and-finance': 'property and finance' };

/** The areas of life in which a lasting power of attorney or an order of this scope lets someone decide. */
export function areasOfLife(areas: readonly AuthorityArea[]): ('daily activities' | 'outings and risk' | 'sharing' | 'photos and audio' | 'money')[] {
  return areas.flatMap((area) => (area === 'property-and-finance' ? ['money' as const] : ['daily activities' as const, 'outings and risk' as const, 'sharing' as const, 'photos and audio' as const]));
}

export type ReadAuthorities = { authorities: Authority[]; notes: Note[] };

/**
 * `header` is the name of the column, which often says what kind of authority it lists. Whatever is found is a claim until
 * someone has seen the document.
 */
export function readAuthorities(text: string, header: string, supporters: readonly FoundSupporter[], person: string, asking: Asking, line: number): ReadAuthorities {
  const words = text.trim();
  const notes: Note[] = [];
  if (/^(not known|unknown|\?+|tbc|don'?t know|ask)$/i.test(words)) {
    notes.push(check('authority', `It is not known whether anyone may decide for ${person}. Ask the family, or search the register of the Office of the Public Guardian; until then nobody may.`));
    return { authorities: [], notes };
  }
  if (isBlank(words)) return { authorities: [], notes };
  if (/^(none|no|n)\b/i.test(words)) {
    const capacity = /capacity/i.test(words) ? ` It says “${short(words)}”: ${person} decides.` : '';
    notes.push(info('authority', `Nobody holds an authority for ${person}.${capacity}`));
    return { authorities: [], notes };
  }
  const authorities = pieces(words, /[;\n]/).map((piece) => readOne(piece, header, supporters, person, asking, line, notes));
  return { authorities, notes };
}

function readOne(piece: string, header: string, supporters: readonly FoundSupporter[], person: string, asking: Asking, line: number, notes: Note[]): Authority {
  const deputy = /deputy|court/i.test(piece);
  const attorney = /\b(lpa|epa|poa|attorney)\b/i.test(piece) || /\b(lpa|poa)\b|attorney/i.test(header);
  const kind = deputy ? 'deputy' : attorney ? 'attorney' : 'unknown';
  const bare = piece.replace(/\([^)]*\)/g, ' ').replace(/\b(deputy|court of protection|court|appointed|attorney|lpa|epa|poa|registered|only|h\s*&\s*w|p\s*&\s*[fa]|by|for)\b/gi, ' ').replace(/[+&:,–—-]/g, ' ').replace(/\s+/g, ' ').trim();
  const holderName = wholeName(bare, supporters);
  const said = areasIn(piece);
  const told = said.length > 0 || deputy ? said : areasIn(header);
  const areas = told.length > 0 ? told : askAreas(kind, holderName, piece, person, asking, line);
  const holder = holderName || 'Whoever it is';
  const role = kind === 'deputy' ? 'deputy of the Court of Protection' : kind === 'attorney' ? 'attorney' : 'someone with authority';
  if (holderName === '') notes.push(check('authority', `“${short(piece)}” does not say who it is. Find out the name.`));
  if (kind === 'unknown') notes.push(check('authority', `“${short(piece)}” does not say what gives ${holder} a say. Ask to see the document.`));
  if (areas.length === 0) notes.push(check('authority', `${holder} is named as ${role} for ${person}, but not for what. Look at the order or the document; until then it covers nothing here.`));
  else if (!areas.includes('health-and-welfare')) notes.push(check('authority', `${holder} is ${role} for ${areaWords['property-and-finance']} only. That covers money; it does not decide about outings, activities or care.`));
  else notes.push(info('authority', `${holder} is named as ${role} for ${listWords(areas.map((area) => areaWords[area]))}. It counts once someone here has seen the document, and for health and welfare only when ${person} cannot decide.`));
  return { kind, areas, holderName, words: short(piece, 200) };
}

function askAreas(kind: Authority['kind'], holder: string, piece: string, person: string, asking: Asking, line: number): AuthorityArea[] {
  const answer = asking.ask({
    id: `authority:${nameKey(person)}|${nameKey(short(piece, 60))}`, kind: 'authority', free: null,
    words: `“${short(piece)}”: what may ${holder || 'this person'} decide for ${person}? ${kind === 'deputy' ? 'The court order says.' : 'The document says.'}`,
    options: [
      { value: 'health-and-welfare', words: 'Health and welfare' },
      { value: 'property-and-finance', words: 'Property and finance' },
      { value: 'both', words: 'Both' },
      { value: 'not-known', words: 'We do not know yet' },
    ],
  }, line);
  if (answer === 'both') return ['health-and-welfare', 'property-and-finance'];
  return answer === 'health-and-welfare' || answer === 'property-and-finance' ? [answer] : [];
}

/** 'Yusuf' or 'M Marlow' as the supporter it must be, if only one fits. */
function wholeName(written: string, supporters: readonly FoundSupporter[]): string {
  if (written === '') return '';
  const name = splitName(written);
  const fits = supporters.filter((supporter) => {
    const whole = splitName(supporter.name);
    if (nameKey(fullName(name)) === nameKey(fullName(whole))) return true;
    if (name.familyName === '') return [nameKey(whole.givenName), nameKey(whole.familyName)].includes(nameKey(name.givenName));
    const initial = nameKey(name.givenName);
    return nameKey(name.familyName) === nameKey(whole.familyName) && initial.length === 1 && nameKey(whole.givenName).startsWith(initial);
  });
  return fits.length === 1 ? (fits[0]?.name ?? written) : short(written, 120);
}

/** Next of kin is not an authority; said once for those who hold none that decides about daily life. */
export function sayNextOfKin(supporters: readonly FoundSupporter[], authorities: readonly Authority[]): Note[] {
  const deciding = new Set(authorities.filter((each) => each.areas.includes('health-and-welfare')).map((each) => nameKey(each.holderName)));
  const others = supporters.filter((supporter) => !deciding.has(nameKey(supporter.name)));
  if (others.length === 0) return [];
  return [info('supporters', `${listWords(others.map((each) => each.name))} ${others.length === 1 ? 'is' : 'are'} family or next of kin. That alone gives no right to decide: they are heard, and the person decides.`)];
}
