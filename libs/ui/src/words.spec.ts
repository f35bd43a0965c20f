/** Checks the small grammar that screens share. */
import { count, inARow } from './words.ts';

describe('counting in words', () => {
  it('says one of a thing and several of it', () => {
    expect([0, 1, 2].map((number) => count(number, 'promise', 'promises'))).toEqual(['0 promises', '1 promise', '2 promises']);
  });

  it('names people in a row as one says them', () => {
    expect([[], ['Bob'], ['Bob', 'Ivy'], ['Bob', 'Ivy', 'Len']].map(inARow)).toEqual(['', 'Bob', 'Bob and Ivy', 'Bob, Ivy and Len']);
  });
});
