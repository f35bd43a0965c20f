import { useAsk } from '@promenade/ui/query.ts';
import { Dialog } from '@promenade/ui/dialog';
import { Door } from '@promenade/ui/door';
import { SignInForm } from '@promenade/ui/sign-in-form';
import { words as shared } from '@promenade/ui/words.ts';
import { demoPeopleDocument } from './session.graphql.ts';
import { useSignIn } from './use-sign-in.ts';
import { words } from './words.ts';

export function SignIn() {
  const demo = useAsk(demoPeopleDocument);
  return <Door lead={words.doorLead} demoPeople={demo.data?.demoPeople} {...useSignIn()} />;
}

/** Asks again over the page, so that nothing written on it is lost. */
export function SignInAgain({ open, as, onIn }: { open: boolean; as: string; onIn: () => void }) {
  const form = useSignIn({ as, onIn });
  return (
    <Dialog open={open} stays title={shared.signIn.again} onClose={() => undefined}>
      <p>{shared.signIn.againWhy}</p>
      <SignInForm {...form} />
    </Dialog>
  );
}
