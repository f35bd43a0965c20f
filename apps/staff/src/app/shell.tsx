import { Sparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { Button } from '@promenade/ui/button';
import { later } from '@promenade/ui/later';
import { NotFound } from '@promenade/ui/not-found';
import { PersonPartsContext } from '@promenade/ui/person-tabs';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { useSignedOut } from '@promenade/ui/session.ts';
import { Stumble } from '@promenade/ui/stumble';
import { toast } from '@promenade/ui/toast';
import { Frame } from './frame.tsx';
import { MeContext } from './me.ts';
import type { Me } from './me.ts';
import { navigationFor } from './navigation.tsx';
import { personPartsFor } from './person-parts.ts';
import { routes } from './routes.tsx';
import { signOutDocument, waitingDocument } from './session.graphql.ts';
import { words } from './words.ts';

const SignInAgain = later(async () => (await import('./sign-in-again.tsx')).SignInAgain);

const WishSheet = later(async () => (await import('../features/wishes/wish-sheet.tsx')).WishSheet);

const EVERY_MINUTE = 60_000;

/** What this tablet kept for working without Wi-Fi goes with whoever goes. */
async function leave(): Promise<void> {
  const [{ forgetKept }, { forgetWriting }] = await Promise.all([import('@promenade/ui/outbox.ts'), import('./writing.ts')]);
  forgetWriting();
  await forgetKept().catch(() => undefined);
  window.location.assign('/');
}

/** The app of somebody who is signed in. */
export function Shell({ me }: { me: Me }) {
  const [place] = useLocation();
  const session = useSignedOut();
  const signOut = useTell(signOutDocument, { refresh: [], onAnswer: () => void leave() });
  const waiting = useAsk(waitingDocument, {}, { when: me.mayDo.includes('plan.publish'), everyMs: EVERY_MINUTE });
  const items = navigationFor(me.mayDo);
  const pages = routes.filter((route) => !route.may || me.mayDo.includes(route.may));
  const parts = useMemo(() => personPartsFor(me.mayDo), [me.mayDo]);
  const start = items[0]?.href;
  const [isWishing, setWishing] = useState(false);
  const mayWish = me.mayDo.includes('wish.write');

  return (
    <MeContext value={me}>
      <Frame name={me.name} home={me.home.name} items={items} counts={{ '/': waiting.data?.needsAnswer.count ?? 0 }} action={mayWish && <Button icon={<Sparkles />} onClick={() => setWishing(true)}>{words.aWish}</Button>} onSignOut={() => signOut.mutate({}, { onError: (error) => toast(error.message, { tone: 'warning' }) })}>
        <Stumble place={place}>
          <PersonPartsContext value={parts}>
            <Switch>
              {pages.map((route) => (
                <Route key={route.path} path={route.path} component={route.page} />
              ))}
              {start && start !== '/' && (
                <Route path="/">
                  <Redirect to={start} replace />
                </Route>
              )}
              <Route>
                <NotFound home={start ?? '/'} />
              </Route>
            </Switch>
          </PersonPartsContext>
        </Stumble>
      </Frame>
      {isWishing && (
        <WishSheet about={/^\/people\/([0-9a-f-]{36})/.exec(place)?.[1] ?? null} onClose={() => setWishing(false)} />
      )}
      {session.isOut && (
        <SignInAgain as={me.name} onIn={session.back} />
      )}
    </MeContext>
  );
}
