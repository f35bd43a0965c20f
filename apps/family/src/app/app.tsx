import { useEffect } from 'react';
import { Asked } from '@promenade/ui/asked';
import { Notice } from '@promenade/ui/notice';
import { Main } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { meDocument } from './session.graphql.ts';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { words } from './words.ts';

/** People who work in the home have their own app. */
function Elsewhere() {
  useEffect(() => window.location.replace('/'), []);
  return (
    <Main>
      <Notice>{words.elsewhere}</Notice>
    </Main>
  );
}

export function App() {
  const asked = useAsk(meDocument);
  return (
    <Asked of={asked}>
      {({ me }) => {
        if (!me) return <SignIn />;
        return me.opens.toLowerCase() === 'staff' ? <Elsewhere /> : <Shell me={me} />;
      }}
    </Asked>
  );
}
