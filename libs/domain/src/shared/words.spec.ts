import { isBlank, wordsOrNull } from './words.ts';

it('takes what was written without the spaces around it, and spaces alone as nothing', () => {
  expect(['  a walk ', ' \n', '', null, undefined].map(wordsOrNull)).toEqual(['a walk', null, null, null, null]);
  expect(['0', ' \t', null].map(isBlank)).toEqual([false, true, true]);
});
