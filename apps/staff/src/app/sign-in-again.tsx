import { Dialog } from '@promenade/ui/dialog';
import { SignInForm } from '@promenade/ui/sign-in-form';
import { words as shared } from '@promenade/ui/words.ts';
import { useSignIn } from './use-sign-in.ts';

/** Asks again over the page, so that nothing written on it is lost. */
export function SignInAgain({ as, onIn }: { as: string; onIn: () => void }) {
  const form = useSignIn({ as, onIn });
  return (
    <Dialog open stays title={shared.signIn.again} onClose={() => undefined}>
      <p>{shared.signIn.againWhy}</p>
      <SignInForm {...form} />
    </Dialog>
  );
}
