import { Footprints, Frown, Meh, Plus, Printer, Smile, ThumbsDown } from 'lucide-react';
import { useState } from 'react';
import { announce } from '@promenade/ui/announcer';
import { Badge, StateChip } from '@promenade/ui/badge';
import type { StateName } from '@promenade/ui/badge';
import { Button, IconButton, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice, ChoiceMany, TapChoice, Toggle } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { EmptyState } from '@promenade/ui/empty-state';
import { Checkbox, DateField, Select, TextArea, TextField, TimeField } from '@promenade/ui/field';
import { FileDrop } from '@promenade/ui/file-drop';
import { LadderButtons } from '@promenade/ui/ladder-buttons';
import type { Rung } from '@promenade/ui/ladder-buttons';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { PersonChip } from '@promenade/ui/person-chip';
import { Picture, pictureNames } from '@promenade/ui/picture';
import { Progress, Spinner } from '@promenade/ui/progress';
import { Table } from '@promenade/ui/table';
import { Tabs } from '@promenade/ui/tabs';
import { toast } from '@promenade/ui/toast';
import { TrendChart } from '@promenade/ui/trend-chart';
import { Frame } from '../app/frame.tsx';
import { navigation } from '../app/navigation.tsx';

const states: readonly StateName[] = [
  'kept',
  'partly',
  'owed',
  'overdue',
  'atRisk',
  'missed',
  'unexplained',
  'released',
  'scheduled',
  'made',
  'wish',
  'draft',
  'published',
];

/** Every component on one page, for looking at and for checking; only while developing. */
export function Gallery() {
  return (
    <Frame name="Ada Gallery" home="Ashgrove House" items={navigation} onSignOut={() => undefined}>
      <Page
        title="Every part, on one page"
        kicker="Gallery"
        lead="What screens are made of. Made-up people, made-up days."
        actions={
          <>
            <Button icon={<Printer />}>Print</Button>
            <Button kind="primary" icon={<Plus />} onClick={() => toast('Saved', { undo: () => announce('Undone') })}>
              Add a wish
            </Button>
          </>
        }
      >
        <Stack gap={6}>
          <Buttons />
          <Notices />
          <States />
          <Cards />
          <Recording />
          <Fields />
          <Figures />
          <Elsewhere />
        </Stack>
      </Page>
    </Frame>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Stack gap={3} as="section">
      <h2>{title}</h2>
      {children}
    </Stack>
  );
}

function Buttons() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  return (
    <Section title="Buttons">
      <Row>
        <Button kind="primary">Keep this plan</Button>
        <Button>Quiet</Button>
        <Button kind="plain">Plain</Button>
        <Button kind="danger">Cancel the outing</Button>
        <Button kind="primary" busy>
          Saving
        </Button>
        <Button disabled>Not now</Button>
        <LinkButton href="/plan">A link</LinkButton>
        <IconButton label="Print">
          <Printer />
        </IconButton>
        <Button onClick={() => setOpen('dialog')}>Open a dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Open a sheet</Button>
      </Row>
      <Grid min={14}>
        <Button kind="choice" icon={<Footprints />} wide>
          Walk before supper
        </Button>
        <Button kind="choice" icon={<Picture name="music" bare size="small" />} wide>
          Choir in the lounge
        </Button>
      </Grid>
      <Dialog
        open={open !== null}
        kind={open ?? 'dialog'}
        title="Cancel the outing?"
        onClose={() => setOpen(null)}
        actions={
          <>
            <Button onClick={() => setOpen(null)}>Go back</Button>
            <Button kind="danger" onClick={() => setOpen(null)}>
              Cancel it
            </Button>
          </>
        }
      >
        <p>Four people were looking forward to it. Each will be owed it again.</p>
        <TextArea label="Why?" hint="The families will read this." />
      </Dialog>
    </Section>
  );
}

function Notices() {
  return (
    <Section title="Notices">
      <Notice title="Rota changed">Sam starts at ten on Thursday.</Notice>
      <Notice kind="good">The week is published. Families can see it.</Notice>
      <Notice kind="warning" title="Bob’s walk is due" actions={<Button>Plan it</Button>}>
        Nobody is free between four and five.
      </Notice>
      <RefusedNotice
        refused={{
          reasons: [
            { code: 'NO_DRIVER', message: 'Nobody who may drive the minibus is on shift on Tuesday afternoon.' },
            { code: 'ROUTINE', message: 'It would take Ivy away from her afternoon rest.', about: 'Ivy' },
          ],
        }}
      />
      <Spinner />
    </Section>
  );
}

function States() {
  return (
    <Section title="States">
      <Row gap={2}>
        {states.map((state) => (
          <StateChip key={state} state={state} />
        ))}
        <StateChip state="owed" more="since Tuesday" />
        <Badge>Two to one</Badge>
      </Row>
      <Row gap={4}>
        {['Bob Harris', 'Ivy Lund', 'Len Okafor', 'Mary-Ann Stone', 'Ted Wells', 'Rose Quill', 'Nora Amin', 'Jim'].map((name) => (
          <PersonChip key={name} id={name} name={name} about="Room 12" href="/people/1" />
        ))}
      </Row>
    </Section>
  );
}

function Cards() {
  return (
    <Section title="Cards">
      <Grid min={17}>
        <Card
          title="Walk with the dog"
          href="/promises/1"
          before={<Picture name="dog" />}
          aside={<StateChip state="owed" />}
          tone="owed"
          level={3}
        >
          <p>Because Bob walked his dog before supper for forty years.</p>
          <Progress label="Kept this month" value={7} of={9} says="7 of 9" />
        </Card>
        <Card title="Choir" before={<Picture name="music" />} aside={<StateChip state="kept" />} tone="kept" level={3}>
          <p>Took part, from the first song to the last.</p>
        </Card>
        <Card title="Swimming" before={<Picture name="waves" />} aside={<StateChip state="missed" />} tone="missed" level={3}>
          <p>No driver. Priya answers for it; new date Friday.</p>
        </Card>
      </Grid>
      <EmptyState title="Nothing promised yet" icon={<Footprints />} actions={<Button kind="primary">Catch a wish</Button>}>
        Wishes caught here become promises once somebody says yes.
      </EmptyState>
    </Section>
  );
}

function Recording() {
  const [level, setLevel] = useState<string | null>('took-part');
  const [mood, setMood] = useState<string>('happy');
  const [who, setWho] = useState<string[]>(['bob']);
  const [rung, setRung] = useState<Rung | null>(4);
  const [on, setOn] = useState(true);
  return (
    <Section title="Recording">
      <TapChoice
        legend="How was it for Bob?"
        value={level}
        onTap={setLevel}
        options={[
          { value: 'took-part', label: 'Took part', icon: <Smile /> },
          { value: 'a-little', label: 'Joined in a little', icon: <Meh /> },
          { value: 'watched', label: 'Watched', hint: 'Stays owed', icon: <Meh />, tone: 'owed' },
          { value: 'declined', label: 'Said no', icon: <ThumbsDown />, tone: 'quiet' },
          { value: 'not-offered', label: 'Was not offered', icon: <Frown />, tone: 'missed' },
        ]}
      />
      <Choice
        legend="Mood"
        layout="row"
        value={mood}
        onValue={setMood}
        options={[
          { value: 'happy', label: 'Happy' },
          { value: 'calm', label: 'Calm' },
          { value: 'sad', label: 'Low' },
        ]}
      />
      <ChoiceMany
        legend="Who came?"
        values={who}
        onValues={setWho}
        options={[
          { value: 'bob', label: 'Bob' },
          { value: 'ivy', label: 'Ivy' },
          { value: 'len', label: 'Len' },
        ]}
      />
      <LadderButtons legend="Help with the coat" value={rung} before={3} onTap={setRung} />
      <Toggle label="Show only mine" on={on} onToggle={setOn} />
    </Section>
  );
}

function Fields() {
  const [file, setFile] = useState<string | null>(null);
  return (
    <Section title="Fields">
      <Grid min={17} gap={5}>
        <TextField label="What shall we call you?" hint="The name you like to hear." />
        <TextField label="E-mail" error="That address has no @. Check it and try again." defaultValue="ada.example" />
        <Select
          label="Named worker"
          options={[
            { value: 'a', label: 'Priya' },
            { value: 'b', label: 'Sam' },
          ]}
        />
        <DateField label="By when" optional />
        <TimeField label="At" />
        <Checkbox label="May be shown to the family" hint="You can change this at any time." />
      </Grid>
      <FileDrop label="Staff list" accept={['.csv', '.xlsx']} chosen={file} onFile={(chosen) => setFile(chosen.name)} />
    </Section>
  );
}

function Figures() {
  const days = ['3 Nov', '10 Nov', '17 Nov', '24 Nov', '1 Dec'];
  return (
    <Section title="Figures">
      <Grid min={20}>
        <Card>
          <TrendChart
            title="Putting on a coat"
            summary="From one person with him to prompts, in four weeks."
            max={6}
            points={[2, 2, 3, 4].map((value, at) => ({ at, label: days[at] ?? '', value }))}
            hoped={[2, 3, 4, 5, 6].map((value, at) => ({ at, label: days[at] ?? '', value }))}
          />
        </Card>
        <Card>
          <Tabs
            label="Reasons"
            views={[
              { id: 'week', title: 'This week', content: <Progress label="Kept" value={7} of={9} /> },
              { id: 'month', title: 'This month', content: <Progress label="Kept" value={19} of={31} tone="owed" /> },
            ]}
          />
        </Card>
      </Grid>
      <Table
        caption="Who was out this week"
        lineKey={(line) => line.name}
        lines={[
          { name: 'Bob Harris', times: 4, last: 'Thursday', state: 'kept' as const },
          { name: 'Ivy Lund', times: 0, last: 'two weeks ago', state: 'overdue' as const },
        ]}
        columns={[
          { key: 'name', heading: 'Person', names: true, cell: (line) => <PersonChip id={line.name} name={line.name} size="small" /> },
          { key: 'times', heading: 'Times', number: true, cell: (line) => line.times },
          { key: 'last', heading: 'Last', cell: (line) => line.last },
          { key: 'state', heading: 'Promise', cell: (line) => <StateChip state={line.state} /> },
        ]}
      />
    </Section>
  );
}

function Elsewhere() {
  return (
    <Section title="Pictures">
      <Row gap={2}>
        {pictureNames.map((name) => (
          <Picture key={name} name={name} label={name} />
        ))}
      </Row>
    </Section>
  );
}
