/** The page behind an invitation: somebody who was let in chooses a password of their own. */
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { Failed } from './asked.tsx';
import { Brand } from './brand.tsx';
import { Button, IconButton, LinkButton } from './button.tsx';
import styles from './door.module.css';
import { TextField } from './field.tsx';
import { Stack } from './layout.tsx';
import { Notice, RefusedNotice } from './notice.tsx';
import { Main } from './page.tsx';
import type { Refused, RequestError } from './request.ts';
import formStyles from './sign-in-form.module.css';
import { Walk } from './walk.tsx';
import { welcomeWords } from './welcome-words.ts';
import { words } from './words.ts';

export type Invited = { name: string; homeName: string; email: string };

/** The walk beside, what is said in front: the same house as the sign-in page. */
function House({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div data-room>
      <div className={styles.door}>
        <title>{`${title} · ${words.product}`}</title>
        <div className={styles.picture}>
          <Walk />
        </div>
        <div className={styles.entry}>
          <Main>
            <div className={styles.inside}>
              <Brand />
              {children}
            </div>
          </Main>
        </div>
      </div>
    </div>
  );
}

export function WelcomeDoor({
  invited,
  lead,
  signedInAs,
  busy,
  refused,
  error,
  onChoose,
}: {
  invited: Invited;
  lead: string;
  /** Whose session on this device ends when the invitation is taken up. */
  signedInAs?: string | null;
  busy: boolean;
  refused?: Refused | null;
  error?: RequestError | null;
  onChoose: (password: string) => void;
}) {
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setMissing(password === '');
    if (password !== '') onChoose(password);
  }

  const title = welcomeWords.title(invited.homeName);
  return (
    <House title={title}>
      <div>
        <h1>{title}</h1>
        <p className={styles.lead}>{welcomeWords.hello(invited.name, lead)}</p>
      </div>
      {signedInAs && <Notice>{welcomeWords.signsOut(signedInAs)}</Notice>}
      <form className={formStyles.form} onSubmit={submit} noValidate>
        <RefusedNotice refused={refused} title={null} />
        <Failed error={error} />
        <TextField label={welcomeWords.email} hint={welcomeWords.emailHint} type="email" autoComplete="username" readOnly value={invited.email} />
        <div className={formStyles.password}>
          <TextField
            label={welcomeWords.password}
            hint={welcomeWords.passwordHint}
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            autoCapitalize="none"
            spellCheck={false}
            value={password}
            onValue={setPassword}
            error={missing ? welcomeWords.missing : null}
          />
          <IconButton label={shown ? words.hidePassword : words.showPassword} onClick={() => setShown(!shown)}>
            {shown ? <EyeOff /> : <Eye />}
          </IconButton>
        </div>
        <Button kind="primary" type="submit" busy={busy} wide>
          {welcomeWords.button}
        </Button>
      </form>
    </House>
  );
}

/** A link that opens nothing any more, whatever the reason. */
export function ClosedDoor({ signInAt }: { signInAt: string }) {
  return (
    <House title={welcomeWords.closedTitle}>
      <Stack gap={4}>
        <h1>{welcomeWords.closedTitle}</h1>
        <p className={styles.lead}>{welcomeWords.closed}</p>
        <p>{welcomeWords.closedHave}</p>
        <div>
          <LinkButton href={signInAt}>{words.signIn.button}</LinkButton>
        </div>
      </Stack>
    </House>
  );
}
