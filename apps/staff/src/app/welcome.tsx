import { Asked } from '@promenade/ui/asked';
import { Waiting } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { ClosedDoor, WelcomeDoor } from '@promenade/ui/welcome-door';
import { meDocument } from './session.graphql.ts';
import { acceptInvitationDocument, invitationDocument } from './welcome.graphql.ts';
import { words } from './words.ts';

/** Behind an invitation's link: whoever holds it chooses a password and is in. */
export function Welcome({ code }: { code: string }) {
  const asked = useAsk(invitationDocument, { code });
  const me = useAsk(meDocument);
  // The page is left for good, so that the link is not behind the back button.
  const accept = useTell(acceptInvitationDocument, {
    refresh: [],
    onAnswer: ({ acceptInvitation }) => {
      if (acceptInvitation.__typename === 'Me') window.location.replace(acceptInvitation.opens === 'family' ? '/family/' : '/');
    },
  });
  if (!asked.data) {
    return (
      <Waiting>
        <Asked of={asked}>{() => null}</Asked>
      </Waiting>
    );
  }
  const { invitation } = asked.data;
  if (!invitation) return <ClosedDoor signInAt={import.meta.env.BASE_URL} />;
  return (
    <WelcomeDoor
      invited={invitation}
      lead={words.welcomeLead}
      signedInAs={me.data?.me?.name}
      busy={accept.isPending}
      error={accept.error}
      refused={refusalIn(accept.data?.acceptInvitation)}
      onChoose={(password) => accept.mutate({ code, password })}
    />
  );
}
