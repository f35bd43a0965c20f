import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { useParams } from 'wouter';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { sharingDocument, withdrawDocument } from './sharing.graphql.ts';
import styles from './sharing.module.css';
import { words } from './words.ts';

type Sharing = ResultOf<typeof sharingDocument>['familySharing'];
type Supporter = Sharing['supporters'][number];
type Kind = Supporter['sharing'][number];

/** Who sees what: all of it, with a way to stop, for whoever decides in the person's place; one's own part for others. */
export function SharingPage() {
  const { id = '' } = useParams();
  const asked = useAsk(sharingDocument, { residentId: id });
  return <Asked of={asked}>{({ familySharing }) => <SharingView sharing={familySharing} />}</Asked>;
}

function SharingView({ sharing }: { sharing: Sharing }) {
  const [stopping, setStopping] = useState<{ supporter: Supporter; kind: Kind } | null>(null);
  return (
    <Page narrow title={words.title(sharing.person, sharing.mayDecide)} lead={sharing.mayDecide ? words.lead(sharing.person) : undefined}>
      <Stack as="ul">
        {sharing.supporters.map((supporter) => (
          <SupporterCard
            key={supporter.id}
            supporter={supporter}
            isMe={supporter.id === sharing.me}
            onStop={sharing.mayDecide ? (kind) => setStopping({ supporter, kind }) : null}
          />
        ))}
      </Stack>
      {sharing.reasons.length > 0 && <Notice title={words.whyNot} reasons={sharing.reasons} />}
      {stopping && <Stopping personId={sharing.personId} {...stopping} onClose={() => setStopping(null)} />}
    </Page>
  );
}

function SupporterCard({ supporter, isMe, onStop }: { supporter: Supporter; isMe: boolean; onStop: ((kind: Kind) => void) | null }) {
  const seen = supporter.sharing.filter((kind) => kind.isShared);
  return (
    <Card as="li" title={`${supporter.name}${isMe ? ` (${words.you})` : ''}`} before={<Avatar id={supporter.id} name={supporter.name} />}>
      <p className={styles.soft}>{supporter.relation}</p>
      {seen.length === 0 && <p>{isMe ? words.nothingYou : words.nothing(supporter.name)}</p>}
      <ul role="list" className={styles.kinds}>
        {seen.map((kind) => (
          <li key={kind.kind} className={styles.kind}>
            <div>
              <p className={styles.name}>{kind.name}</p>
              <p className={styles.soft}>
                {words.sees} {kind.shows}.
              </p>
            </div>
            {onStop && (
              <Button onClick={() => onStop(kind)} aria-label={words.withdrawAbout(kind.name, supporter.name)}>
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Stopping({ personId, supporter, kind, onClose }: { personId: string; supporter: Supporter; kind: Kind; onClose: () => void }) {
  const tell = useTell(withdrawDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.done(supporter.name));
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.confirmTitle(kind.name, supporter.name)}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="danger" busy={tell.isPending} onClick={() => tell.mutate({ residentId: personId, supporterId: supporter.id, kind: kind.kind, words: '' })}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <p>{kind.ifWithdrawn}</p>
    </Dialog>
  );
}
