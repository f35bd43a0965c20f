import { Check, X } from 'lucide-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { TextArea } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { confirmDocument, disputeDocument } from './promise.graphql.ts';
import styles from './promise.module.css';
import { words } from './words.ts';

/** What the family says of it: that it was so, or that it was not. */
export function YourWord({ id, person }: { id: string; person: string }) {
  const [says, setSays] = useState<'confirm' | 'dispute' | null>(null);
  return (
    <section className={styles.part}>
      <h2>{words.yourWord}</h2>
      <p>{words.yourWordWhy(person)}</p>
      {says === null ? (
        <div className={styles.answers}>
          <Button icon={<Check aria-hidden="true" />} onClick={() => setSays('confirm')}>
            {words.confirm}
          </Button>
          <Button icon={<X aria-hidden="true" />} onClick={() => setSays('dispute')}>
            {words.dispute}
          </Button>
        </div>
      ) : (
        <Saying key={says} id={id} says={says} onDone={() => setSays(null)} />
      )}
    </section>
  );
}

function Saying({ id, says, onDone }: { id: string; says: 'confirm' | 'dispute'; onDone: () => void }) {
  const [text, setText] = useState('');
  const tell = useTell(says === 'confirm' ? confirmDocument : disputeDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.sent);
      onDone();
    },
  });
  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    tell.mutate({ id, words: text.trim() });
  }
  const isConfirming = says === 'confirm';
  return (
    <form className={styles.part} onSubmit={send}>
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <TextArea
        label={isConfirming ? words.confirmLabel : words.disputeLabel}
        hint={isConfirming ? words.confirmHint : words.disputeHint}
        optional={isConfirming}
        maxLength={2000}
        rows={3}
        autoFocus
        value={text}
        onValue={setText}
      />
      <div className={styles.answers}>
        <Button onClick={onDone}>{shared.cancel}</Button>
        <Button kind="primary" type="submit" busy={tell.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
