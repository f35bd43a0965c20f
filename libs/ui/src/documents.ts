/** Typed GraphQL documents as the plain text they are: what gql.tada types, with no parser and no printer in the browser. */

/** `definitions` names the operation, as a parsed document would. A fragment has no operation. */
type Written = { readonly kind: 'Document'; readonly text: string; readonly definitions: readonly { readonly kind: string; readonly name: { readonly value: string } }[]; readonly parts: readonly string[] };

/** A document with the fragments it uses, each once. Given to gql.tada's types by the app's own `graphql.ts`. */
export function written(text: string, fragments: readonly Written[] = []): Written {
  const parts = [...new Set([text.trim(), ...fragments.flatMap((fragment) => fragment.parts)])];
  const [, kind = 'fragment', name = ''] = /^(query|mutation|subscription|fragment)\s+(\w+)/.exec(parts[0] ?? '') ?? [];
  return { kind: 'Document', text: parts.join('\n'), definitions: [{ kind: kind === 'fragment' ? 'FragmentDefinition' : 'OperationDefinition', name: { value: name } }], parts };
}

/** The text of a document made above. */
export function textOf(document: object): string {
  return (document as Written).text;
}
