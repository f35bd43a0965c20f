import { Card } from '@promenade/ui/card';
import { ChoiceMany } from '@promenade/ui/choice';
import { Checkbox, Select, TextArea, TextField, TimeField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { Picture, pictureNames } from '@promenade/ui/picture';
import type { Draft } from './entry-form.ts';
import styles from './library.module.css';
import { words } from './words.ts';

export type Places = { rooms: readonly { id: string; name: string }[]; venues: readonly { id: string; name: string }[] };
type Text = { [Name in keyof Draft]: Draft[Name] extends string ? Name : never }[keyof Draft];

/** The form leads through an entry in the order in which it is read. */
export function EntryFields({ draft, places, isChange, onDraft }: { draft: Draft; places: Places; isChange: boolean; onDraft: (more: Partial<Draft>) => void }) {
  const say = words.form;
  const at = (name: Text) => ({ value: draft[name], onValue: (value: string) => onDraft({ [name]: value }) });
  const listed = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Card title={say.basics}>
        <Stack>
          <TextField label={say.name} {...at('name')} maxLength={80} autoComplete="off" />
          <Select label={say.kind} {...at('kind')} options={listed(words.kinds)} />
          <div className={styles.picture}>
            <Picture name={draft.picture} />
            <Select label={say.picture} hint={say.pictureHint} {...at('picture')} options={pictureNames.map((name) => ({ value: name, label: name }))} />
          </div>
          <TextArea label={say.why} hint={say.whyHint} {...at('why')} maxLength={1200} />
        </Stack>
      </Card>
      <Card title={say.doIt}>
        <Stack>
          <TextArea label={say.steps} hint={say.stepsHint} {...at('steps')} rows={8} maxLength={3000} />
          <TextArea label={say.equipment} hint={say.equipmentHint} {...at('equipment')} maxLength={2000} />
        </Stack>
      </Card>
      <Card title={say.adapt}>
        <Stack>
          {Object.entries(words.styles).map(([style, label]) => <TextArea key={style} label={label} {...at(style as Text)} rows={2} maxLength={400} />)}
        </Stack>
      </Card>
      <Card title={say.care}>
        <Stack>
          <TextArea label={say.watchFor} hint={say.watchHint} {...at('watchFor')} maxLength={2000} />
          <TextArea label={say.respect} {...at('respect')} rows={2} maxLength={400} />
          <TextArea label={say.goodDay} optional {...at('goodDay')} rows={2} maxLength={400} />
          <TextArea label={say.badDay} optional {...at('badDay')} rows={2} maxLength={400} />
        </Stack>
      </Card>
      <Card title={say.terms}>
        <Stack>
          <Select label={say.setting} {...at('setting')} options={[{ value: 'home', label: words.home }, { value: 'out', label: words.out }]} />
          {draft.setting === 'home' && <Checkbox label={say.atBedside} checked={draft.atBedside} onValue={(atBedside) => onDraft({ atBedside })} />}
          {draft.setting === 'home' && !draft.atBedside && <ChoiceMany legend={say.rooms} values={draft.roomIds} onValues={(roomIds) => onDraft({ roomIds })} options={places.rooms.map(({ id, name }) => ({ value: id, label: name }))} />}
          {draft.setting === 'out' && (
            <>
              <Select label={say.transport} {...at('transport')} options={[{ value: 'vehicle', label: say.vehicle }, { value: 'walk', label: say.walk }]} />
              <Select label={say.venue} {...at('venueId')} options={[{ value: 'none', label: words.noVenue }, ...places.venues.map(({ id, name }) => ({ value: id, label: name }))]} />
            </>
          )}
          <Select label={say.reach} {...at('reach')} options={listed(words.reaches)} />
          <div className={styles.numbers}>
            {(['minutes', 'groupMin', 'groupMax', 'baseStaff', 'often', 'cost'] as const).map((name) => <TextField key={name} label={say[name]} {...at(name)} inputMode={name === 'cost' ? 'decimal' : 'numeric'} maxLength={7} />)}
            <TimeField label={say.from} {...at('from')} />
            <TimeField label={say.to} {...at('to')} />
          </div>
          <ChoiceMany legend={say.days} layout="row" values={draft.days} onValues={(days) => onDraft({ days: days.toSorted((one, two) => one - two) })} options={words.weekdays.map((label, day) => ({ value: day + 1, label }))} />
          <TextArea label={say.skills} hint={say.skillsHint} optional {...at('skills')} rows={2} maxLength={500} />
          <TextArea label={say.placeWords} optional {...at('placeWords')} rows={2} maxLength={400} />
          <TextArea label={say.staffWords} optional {...at('staffWords')} rows={2} maxLength={400} />
          <ChoiceMany legend={say.seasons} hint={say.seasonsHint} layout="row" values={draft.seasons} onValues={(seasons) => onDraft({ seasons })} options={listed(words.seasons)} />
          <TextArea label={say.speaksTo} hint={say.speaksToHint} optional {...at('speaksTo')} maxLength={1500} />
          {isChange && <TextField label={say.changeWhy} optional {...at('changeWhy')} maxLength={500} />}
        </Stack>
      </Card>
    </>
  );
}
