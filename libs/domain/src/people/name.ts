/** What somebody who lives here is called in lists, where only the name they go by could be anybody's. */

export type Named = { readonly preferredName: string; readonly familyName: string };

const spaced = (text: string) => ` ${text.trim().toLowerCase()} `;

/** The name they go by, with the family name where that adds something: 'Bob Ellison', but 'Mr Gill' and not 'Mr Gill Gill'. */
export function wholeName({ preferredName, familyName }: Named): string {
  return spaced(preferredName).includes(spaced(familyName)) ? preferredName.trim() : `${preferredName} ${familyName}`.trim();
}

/** The name they go by alone, unless somebody else of `everyone` goes by the same. */
export function nameAmong(everyone: readonly Named[], person: Named): string {
  return everyone.filter(({ preferredName }) => preferredName === person.preferredName).length > 1 ? wholeName(person) : person.preferredName;
}
