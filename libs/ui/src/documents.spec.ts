import { textOf, written } from './documents.ts';

describe('a document', () => {
  it('is its own text with each fragment once, and names its operation', () => {
    const why = written('fragment Why on Refused { reasons { message } }');
    const page = written('fragment Page on Promise { id ...Why }', [why]);
    const query = written('\n  query One($id: Id!) { one(id: $id) { ...Page ...Why } }\n', [page, why]);
    expect(query.definitions).toEqual([{ kind: 'OperationDefinition', name: { value: 'One' } }]);
    expect(textOf(query)).toBe('query One($id: Id!) { one(id: $id) { ...Page ...Why } }\nfragment Page on Promise { id ...Why }\nfragment Why on Refused { reasons { message } }');
    expect(why.definitions[0]?.kind).toBe('FragmentDefinition');
  });
});
