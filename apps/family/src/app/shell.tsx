import { ArrowLeft, LogOut } from 'lucide-react';
import { useEffect } from 'react';
import type { MouseEvent } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { Announcer } from '@promenade/ui/announcer';
import { Brand, Hills } from '@promenade/ui/brand';
import { Button } from '@promenade/ui/button';
import { innerAddress } from '@promenade/ui/inner-links.ts';
import { later } from '@promenade/ui/later';
import { NotFound } from '@promenade/ui/not-found';
import { Main, SkipLink } from '@promenade/ui/page';
import { useTell } from '@promenade/ui/query.ts';
import { useSignedOut } from '@promenade/ui/session.ts';
import { Stumble } from '@promenade/ui/stumble';
import { toast, Toasts } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { knownHere, strangerHere } from './known-here.ts';
import { keepUpToDate } from './live.ts';
import { MeContext } from './me.ts';
import type { Me } from './me.ts';
import { routes } from './routes.tsx';
import { signOutDocument } from './session.graphql.ts';
import styles from './shell.module.css';
import { to } from './to.ts';
import { words } from './words.ts';

const SignInAgain = later(async () => (await import('./sign-in-again.tsx')).SignInAgain);

/** The app of a supporter, or of the person themselves: one column, a way back, a way out. */
export function Shell({ me }: { me: Me }) {
  return (
    <MeContext value={me}>
      <Router base={to('')}>
        <Column me={me} />
      </Router>
    </MeContext>
  );
}

function Column({ me }: { me: Me }) {
  const [place, go] = useLocation();
  const session = useSignedOut();
  useEffect(keepUpToDate, []);
  useEffect(() => void knownHere(), []);
  const signOut = useTell(signOutDocument, { refresh: [], onAnswer: () => {
    strangerHere();
    window.location.assign(to('/'));
  } });

  function follow(event: MouseEvent): void {
    const address = innerAddress(event.nativeEvent, to('/'), []);
    if (address === null) return;
    event.preventDefault();
    // `~` says that the address is whole already.
    go(`~${address}`);
  }

  return (
    <>
      <div className={styles.column} data-room onClick={follow}>
        <SkipLink />
        <header className={styles.head} data-print="no">
          <a href={to('/')} className={styles.home}>
            {place === '/' ? (
              <Brand />
            ) : (
              <>
                <ArrowLeft aria-hidden="true" /> {words.home}
              </>
            )}
          </a>
          <Button kind="plain" icon={<LogOut />} onClick={() => signOut.mutate({}, { onError: (error) => toast(error.message, { tone: 'warning' }) })}>
            {shared.signOut}
          </Button>
        </header>
        <Main>
          <Stumble place={place}>
            <Switch>
              {routes.map((route) => (
                <Route key={route.path} path={route.path} component={route.page} />
              ))}
              <Route>
                <NotFound home={to('/')} />
              </Route>
            </Switch>
          </Stumble>
        </Main>
        <Announcer />
        <div className={styles.hills} data-print="no">
          <Hills />
        </div>
        {session.isOut && (
          <SignInAgain as={me.name} onIn={session.back} />
        )}
      </div>
      <Toasts />
    </>
  );
}
