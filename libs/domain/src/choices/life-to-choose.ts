/** Options about a life as a whole: the outcomes that matter, and how money for support is held. */
import { daysBetween, sayDay } from '../shared/time.ts';
import type { Facts } from './facts.ts';
import { type Candidate, LEADS_NOWHERE, because } from './option.ts';
import { fromChosen, nothing, together } from './weigh.ts';

const SOON_DAYS = 42;

export function whatMatters(facts: Facts): Candidate[] {
  const outcomes = facts.outcomes.map((outcome): Candidate => {
    const key = `outcome:${outcome.id}`;
    const days = outcome.byDate === null ? null : daysBetween(facts.today, outcome.byDate);
    return {
      key, title: outcome.words, picture: 'target', isOut: false, family: 'what you work towards',
      ...together({
        parts: [{ name: 'you said so', points: 20 }, { name: 'its day is near', points: days !== null && days <= SOON_DAYS ? 6 : 0 }],
        reasons: [because(`You said why: “${outcome.why}”`, { kind: 'outcome', id: outcome.id }), ...(outcome.byDate ? [because(`You hoped for it by ${sayDay(outcome.byDate)}.`, { kind: 'outcome', id: outcome.id })] : [])],
        drawbacks: [days !== null && days < 0 ? 'Its day has gone by, so it wants looking at again.' : 'Putting it first means that other things come after it.'],
      }, fromChosen('outcomes', key, facts)),
      sure: { sureness: 'sure', why: 'These are your own words.' }, takes: {}, leads: LEADS_NOWHERE,
    };
  });
  const wishes = facts.wishes.map((wish): Candidate => {
    const key = `wish:${wish.id}`;
    const fact = facts.lifeFacts.find(({ id }) => id === wish.lifeFactId);
    return {
      key, title: wish.words, picture: 'star', isOut: false, family: 'what you wished for',
      ...together({ parts: [{ name: 'you wished for it', points: 15 }], reasons: [because('You wished for it, and it could become something to work towards.', { kind: 'wish', id: wish.id }), ...(fact ? [because(`${fact.howKnown}: “${fact.words}”`, { kind: 'life fact', id: fact.id })] : [])], drawbacks: ['It has not been found out yet what it would take.'] },
        fromChosen('outcomes', key, facts), { parts: [{ name: 'it comes from your life', points: fact ? 4 : 0 }], reasons: [], drawbacks: [] }),
      sure: { sureness: 'fairly sure', why: 'You wished for it; whether it matters most is yours to say.' }, takes: { activityId: wish.activityId }, leads: { ...LEADS_NOWHERE, to: 'outcome', words: wish.words, activityId: wish.activityId },
    };
  });
  return [...outcomes, ...wishes];
}

/**
 * The ways in which money for support can be held, the person's own hands first. The same six for everybody, in the same
 * order, whoever pays: Care Act 2014, sections 26 to 33, and its statutory guidance; trusts and brokers are by agreement.
 */
const WAYS = [
  { way: 'own hands', title: 'I hold it myself', picture: 'store', drawback: 'You, or somebody you choose, keep the receipts. A council’s direct payment mostly cannot pay for living in a care home, only for support and things to do.', family: 'with me' },
  { way: 'trusted person', title: 'Somebody I trust holds it', picture: 'handshake', drawback: 'They handle the money, and need to agree to; you still choose what it is for.', family: 'with somebody I know' },
  { way: 'the home', title: 'The home holds it for me', picture: 'house', drawback: 'It is kept apart for you and you choose what it is for, but the home both holds it and is paid from it. Not every council allows this.', family: 'with somebody else' },
  { way: 'the council', title: 'The council looks after it', picture: 'landmark', drawback: 'Least paperwork, and the longest way round when you want to change something.', family: 'with somebody else' },
  { way: 'a trust', title: 'A trust holds it', picture: 'users', drawback: 'Trustees decide with you, and setting it up takes time and papers.', family: 'with somebody I know' },
  { way: 'a broker', title: 'A broker arranges it for me', picture: 'message', drawback: 'A broker may take a fee, which has to be shown.', family: 'with somebody else' },
] as const;

const PAID_BY: Readonly<Record<string, string>> = { self: 'that you pay for your care yourself', council: 'that the council pays for your care', NHS: 'that the NHS pays for your care', mixed: 'that several pay for your care' };

/** The law's ways, with what little is on record. Nothing here is ranked by who pays. */
export function howMoneyIsHeld(facts: Facts): Candidate[] {
  const { funding, id } = facts.person;
  const paid = funding === null ? null : (PAID_BY[funding] ?? 'who pays for your care');
  const authority = facts.moneyAuthorities[0] ?? null;
  const holder = facts.supporters.find((each) => each.id === authority?.supporterId);
  return WAYS.map(({ way, title, picture, drawback, family }, at): Candidate => {
    const key = `money:${way}`;
    const isHolder = way === 'trusted person' && authority !== null && holder !== undefined;
    return {
      key, title, picture, isOut: false, family,
      ...together(
        { parts: [{ name: 'the order in which the law names it', points: WAYS.length - at }], reasons: paid ? [because(`It is on record ${paid}. You may ask for any of these ways.`, { kind: 'resident', id })] : [], drawbacks: [] },
        isHolder ? { ...nothing, reasons: [because(`${holder.name} is your ${authority.kind} for money, and the document was seen.`, { kind: 'authority', id: authority.id })] } : nothing,
        fromChosen('money', key, facts), { ...nothing, drawbacks: [drawback] }),
      sure: { sureness: 'a guess', why: 'How your money is held is not on record here yet. Ask the social worker or an advice service before you settle it.' },
      takes: {}, leads: LEADS_NOWHERE,
    };
  });
}
