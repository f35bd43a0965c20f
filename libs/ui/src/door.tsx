/** The page before anyone is known: the walk beside, the form in front. */
import { Brand } from './brand.tsx';
import styles from './door.module.css';
import { Main } from './page.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { Walk } from './walk.tsx';
import { words } from './words.ts';

export function Door({ lead, ...form }: React.ComponentProps<typeof SignInForm> & { lead: string }) {
  return (
    <div data-room>
      <div className={styles.door}>
      <title>{`${words.signIn.button} · ${words.product}`}</title>
      <div className={styles.picture}>
        <Walk />
      </div>
      <div className={styles.entry}>
        <Main>
          <div className={styles.inside}>
            <Brand />
            <div>
              <h1>{words.signIn.title}</h1>
              <p className={styles.lead}>{lead}</p>
            </div>
            <SignInForm {...form} />
          </div>
        </Main>
      </div>
      </div>
    </div>
  );
}
