import { NotebookPen, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ENGAGEMENTS, HELP_GIVEN, MOODS } from '@promenade/domain/day/attendance';
import { UNMET_NEEDS } from '@promenade/domain/day/needs';
import { Button, IconButton } from '@promenade/ui/button';
import { TextField } from '@promenade/ui/field';
import { ownId } from '@promenade/ui/own-id.ts';
import { LadderAsk, type TaskNow } from '../../ladder/ladder-ask.tsx';
import { type Draft, type GroupPerson, type Helped, type RecordedPerson, asksNeed } from './draft.ts';
import { rowOf } from './person-row.tsx';
import styles from './record.module.css';
import { words } from './words.ts';

type Props = { name: string; person: RecordedPerson; group: GroupPerson | undefined; draft: Draft; onDraft: (draft: Draft) => void; onMore: () => void; onClose: () => void };

/** What else there is to say of the person tapped last: how they were in one tap, the help it took in another, what they needed. */
export function Tray({ name, person, group, draft, onDraft, onMore, onClose }: Props) {
  const box = useRef<HTMLElement>(null);
  const wasThere = draft.level !== 'declined' && draft.level !== 'not offered';
  // A task comes before the rest: it is why its steps stand here, and on a phone there is room for one thing.
  const hasTasks = (group?.tasks.length ?? 0) > 0;
  useEffect(() => {
    // Whoever is spoken of stays in sight above the tray.
    document.getElementById(rowOf(person.residentId))?.scrollIntoView({ block: 'nearest' });
  }, [person.residentId]);
  return (
    <section ref={box} className={styles.tray} aria-label={words.moreFor(name)}>
      <div className={styles.trayTop}>
        <h2 className={styles.trayName}>{name}</h2>
        <Button kind="plain" icon={<NotebookPen />} onClick={onMore}>{words.wordsPhoto}</Button>
        <IconButton label={words.closeTray(name)} onClick={onClose}><X /></IconButton>
      </div>
      <div className={styles.trayParts}>
        {asksNeed(draft) && <WhatWasNeeded name={name} draft={draft} answered={group?.needs[0]?.what ?? null} onDraft={onDraft} />}
        {wasThere && hasTasks && <HelpGiven group={group} draft={draft} name={name} onDraft={onDraft} />}
        {wasThere && <HowTheyWere draft={draft} name={name} onDraft={onDraft} />}
        {wasThere && !hasTasks && <HelpGiven group={group} draft={draft} name={name} onDraft={onDraft} />}
      </div>
    </section>
  );
}

/** Mood and engagement in one tap: how they were goes across, how much was in it for them goes down. */
function HowTheyWere({ draft, name, onDraft }: { draft: Draft; name: string; onDraft: (draft: Draft) => void }) {
  const clear = { ...draft, mood: null, engagement: null };
  return (
    <div role="group" aria-label={words.howWas(name)} className={styles.part}>
      <p className={styles.partName} aria-hidden="true">{words.howWasShort}</p>
      <div className={styles.were}>
        {ENGAGEMENTS.map((engagement) => MOODS.map((mood) => {
          const isSo = draft.mood === mood && draft.engagement === engagement;
          return (
            <button key={`${mood} ${engagement}`} type="button" className={styles.cell} data-mood={mood} aria-pressed={isSo}
              onClick={() => onDraft(isSo ? clear : { ...draft, mood, engagement })}>
              <span>{words.moods[mood]}</span>
              <span className={styles.cellIn}>{words.engagements[engagement]}</span>
            </button>
          );
        }))}
      </div>
    </div>
  );
}

function HelpGiven({ group, draft, name, onDraft }: { group: GroupPerson | undefined; draft: Draft; name: string; onDraft: (draft: Draft) => void }) {
  const tasks = group?.tasks ?? [];
  if (tasks.length > 0) {
    return (
      <div className={styles.part}>
        {tasks.map((task) => (
          <TaskHelp key={task.id} task={task} draft={draft} onDraft={onDraft} />
        ))}
      </div>
    );
  }
  return (
    <div role="group" aria-label={words.helpFor(name)} className={styles.part}>
      <p className={styles.partName} aria-hidden="true">{words.helpShort}</p>
      <div className={styles.helps}>
        {HELP_GIVEN.map((help) => (
          <button key={help} type="button" className={styles.chip} data-level="help" aria-pressed={draft.help === help} onClick={() => onDraft({ ...draft, help: draft.help === help ? null : help })}>{words.helps[help]}</button>
        ))}
        <button type="button" className={styles.chip} data-level="left" aria-pressed={draft.leftEarly} onClick={() => onDraft({ ...draft, leftEarly: !draft.leftEarly })}>{words.leftEarly}</button>
      </div>
    </div>
  );
}

/** A rung of a task that comes up with this session: in place of how much help, so that it is no tap more. */
function TaskHelp({ task, draft, onDraft }: { task: TaskNow; draft: Draft; onDraft: (draft: Draft) => void }) {
  const said = draft.rungs[task.id];
  // Whatever changes has a new id: the same id with other words would not be taken.
  const say = (helped: Omit<Helped, 'id'>) => onDraft({ ...draft, rungs: { ...draft.rungs, [task.id]: { ...helped, id: ownId() } } });
  const stands = said?.rung ?? task.today;
  return (
    <LadderAsk task={stands === null ? { ...task, aids: [] } : task} legend={words.taskHelp(task.name)} rung={stands} isNew={said !== undefined} aid={said?.aid} reason={said?.reason ?? null}
      onRung={(rung) => say({ rung, ...(said?.aid === undefined ? {} : { aid: said.aid }) })}
      onAid={(aid) => stands !== null && say({ ...said, rung: stands, aid })}
      onReason={(reason) => said && say({ ...said, reason, reasonId: ownId() })} />
  );
}

/** One tap says what somebody needed and did not get, or that it was nothing. */
export function WhatWasNeeded({ name, draft, answered, onDraft }: { name: string; draft: Draft; answered: string | null; onDraft: (draft: Draft) => void }) {
  const say = (what: string) => onDraft({ ...draft, need: { id: ownId(), what, words: draft.need?.words ?? '' } });
  return (
    <div role="group" aria-label={words.whatNeeded(name)} className={styles.part}>
      <p className={styles.partName} aria-hidden="true">{words.whatNeeded(name)}</p>
      <div className={styles.needs}>
        {['nothing', ...UNMET_NEEDS].map((what) => (
          <button key={what} type="button" className={styles.chip} data-level={what === 'nothing' ? 'nothing' : 'need'} aria-pressed={(draft.need?.what ?? answered) === what} onClick={() => say(what)}>{words.needs[what]}</button>
        ))}
      </div>
      {draft.need && draft.need.what !== 'nothing' && (
        <TextField label={words.needWords} optional={draft.need.what !== 'other'} value={draft.need.words}
          onValue={(text) => draft.need && onDraft({ ...draft, need: { id: ownId(), what: draft.need.what, words: text } })} />
      )}
    </div>
  );
}
