import type { ReactNode } from 'react';
import { Page } from '@promenade/ui/page';
import { PersonChip } from '@promenade/ui/person-chip';
import { to } from '../app/to.ts';

/** A page about one person, with the way back to them above its title. */
export function OfPerson({ id, name, title, lead, children }: { id: string; name: string; title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <Page narrow title={title} lead={lead} kicker={<PersonChip id={id} name={name} size="small" href={to(`/people/${id}`)} />}>
      {children}
    </Page>
  );
}

/** What is not shared, kindly, each in a sentence. */
export function NotShared({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence) => <p key={sentence}>{sentence}</p>);
}
