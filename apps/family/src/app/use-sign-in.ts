import { useAskAgain, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { signInDocument } from './session.graphql.ts';

/** Signs in; `as` is whose page is still open behind, if any: somebody else gets a fresh start. */
export function useSignIn({ as, onIn }: { as?: string; onIn?: () => void } = {}) {
  const askAgain = useAskAgain();
  const tell = useTell(signInDocument, {
    refresh: [],
    onAnswer: ({ signIn }) => {
      if (signIn.__typename !== 'Me') return;
      if (as !== undefined && as !== signIn.name) {
        window.location.assign(import.meta.env.BASE_URL);
        return;
      }
      void askAgain().then(onIn);
    },
  });
  return {
    busy: tell.isPending,
    error: tell.error,
    refused: refusalIn(tell.data?.signIn),
    onSignIn: (email: string, password: string) => tell.mutate({ email, password }),
  };
}
