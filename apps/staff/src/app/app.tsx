import { useEffect } from 'react';
import { Asked } from '@promenade/ui/asked';
import { later } from '@promenade/ui/later';
import { Notice } from '@promenade/ui/notice';
import { Waiting } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { meDocument } from './session.graphql.ts';
import { routes } from './routes.tsx';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

/** Most days people are signed in already: the door is fetched only when it is needed. */
const SignIn = later(async () => (await import('./sign-in.tsx')).SignIn);

/** Invited people come here once. */
const Welcome = later(async () => (await import('./welcome.tsx')).Welcome);

/** The picture view fills the screen, and opens without Wi-Fi: nothing of the shell stands round it. */
const ChoosePage = later(async () => (await import('../features/choices/choose-page.tsx')).ChoosePage);
const CHOOSING = /^\/people\/([\w-]+)\/choose\/(\w+)$/;

/** A person's own week, handed over to them: nothing of the shell stands round it either. */
const OwnWeekPage = later(async () => (await import('../features/own-week/own-week-page.tsx')).OwnWeekPage);
const OWN_WEEK = /^\/people\/([\w-]+)\/my-week$/;

/** What they do and what they work towards, handed over in the same way. */
const MyProgressPage = later(async () => (await import('../features/progress/my-progress-page.tsx')).MyProgressPage);
const MY_PROGRESS = /^\/people\/([\w-]+)\/my-progress$/;

function Choosing({ me }: { me: { id: string; name: string } | null }) {
  const [, residentId = '', point = ''] = CHOOSING.exec(window.location.pathname) ?? [];
  return <ChoosePage me={me} residentId={residentId} point={point} />;
}

const behind = '/welcome/';

/** Supporters and residents have their own app. */
function Elsewhere() {
  useEffect(() => window.location.replace('/family/'), []);
  return (
    <Waiting>
      <Notice>{words.elsewhere}</Notice>
    </Waiting>
  );
}

function Known() {
  const isChoosing = CHOOSING.test(window.location.pathname);
  const asked = useAsk(meDocument);
  if (!asked.data && isChoosing && (!navigator.onLine || asked.error?.code === 'OFFLINE')) return <Choosing me={null} />;
  if (!asked.data) {
    return (
      <Waiting>
        <Asked of={asked}>{() => null}</Asked>
      </Waiting>
    );
  }
  const { me } = asked.data;
  if (!me) return <SignIn />;
  if (me.opens === 'family') return <Elsewhere />;
  const [, ownWeekOf] = OWN_WEEK.exec(window.location.pathname) ?? [];
  if (ownWeekOf && me.mayDo.includes('choice.write')) return <OwnWeekPage residentId={ownWeekOf} holder={me} />;
  const [, progressOf] = MY_PROGRESS.exec(window.location.pathname) ?? [];
  if (progressOf && me.mayDo.includes('choice.write')) return <MyProgressPage residentId={progressOf} />;
  return isChoosing ? <Choosing me={me} /> : <Shell me={me} />;
}

export function App() {
  const Gallery =
    import.meta.env.DEV && window.location.pathname === '/gallery' ? routes.find((route) => route.path === '/gallery')?.page : undefined;
  const { pathname } = window.location;
  if (pathname.startsWith(behind)) {
    return <Welcome code={pathname.slice(behind.length)} />;
  }
  return Gallery ? (
    <Gallery />
  ) : (
    <Known />
  );
}
