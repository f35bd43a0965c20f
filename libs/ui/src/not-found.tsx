/** The page for an address that leads nowhere, or nowhere this person may go: both sound the same. */
import { Signpost } from 'lucide-react';
import { LinkButton } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { Page } from './page.tsx';
import { words } from './words.ts';

export function NotFound({ home }: { home: string }) {
  return (
    <Page title={words.notFound.title} narrow>
      <EmptyState
        icon={<Signpost />}
        title={words.notFound.what}
        actions={
          <LinkButton kind="primary" href={home}>
            {words.notFound.home}
          </LinkButton>
        }
      />
    </Page>
  );
}
