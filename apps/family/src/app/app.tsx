import { useEffect } from 'react';
import { Asked } from '@promenade/ui/asked';
import { later } from '@promenade/ui/later';
import { Notice } from '@promenade/ui/notice';
import { Waiting } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { meDocument } from './session.graphql.ts';
import { isKnownHere } from './known-here.ts';
import { fetchPageOf } from './routes.tsx';
import { Shell } from './shell.tsx';
import { to } from './to.ts';
import { words } from './words.ts';

/** Most days people are signed in already: the door is fetched only when it is needed. */
const SignIn = later(async () => (await import('./sign-in.tsx')).SignIn);

/** Invited people come here once. */
const Welcome = later(async () => (await import('./welcome.tsx')).Welcome);

const behind = to('/welcome/');

/** People who work in the home have their own app. */
function Elsewhere() {
  useEffect(() => window.location.replace('/'), []);
  return (
    <Waiting>
      <Notice>{words.elsewhere}</Notice>
    </Waiting>
  );
}

function Known() {
  const asked = useAsk(meDocument);
  useEffect(() => {
    if (isKnownHere()) fetchPageOf(window.location.pathname.slice(to('').length) || '/');
  }, []);
  if (!asked.data) {
    return (
      <Waiting>
        <Asked of={asked}>{() => null}</Asked>
      </Waiting>
    );
  }
  const { me } = asked.data;
  if (!me) return <SignIn />;
  return me.opens === 'staff' ? <Elsewhere /> : <Shell me={me} />;
}

export function App() {
  const { pathname } = window.location;
  return pathname.startsWith(behind) ? (
    <Welcome code={pathname.slice(behind.length)} />
  ) : (
    <Known />
  );
}
