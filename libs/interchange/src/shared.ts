/** What every reader of a handed-over file returns: notes, questions, the mapping to remember, and what was set aside. */

/** `good`: nothing to look at. `check`: a person should look first. `refused`: cannot be taken as it stands. */
export type Verdict = 'good' | 'check' | 'refused';

/** A day in the calendar, 'YYYY-MM-DD'. */
export type Day = string;

/** A time on the clock, 'HH:MM'. */
export type ClockTime = string;

export type NoteLevel = 'info' | 'check' | 'refused';

/** One sentence or two for the person looking: what is the matter and what to do. */
export type Note = { field: string; message: string; level: NoteLevel };

export type QuestionKind =
  | 'who' | 'same-person' | 'key-worker' | 'century' | 'room' | 'wheelchair' | 'authority'
  | 'code' | 'alternate' | 'training' | 'licence' | 'role' | 'night' | 'overlap' | 'status' | 'week' | 'same-place';

export type QuestionOption = { value: string; words: string };

/**
 * Something only a person can answer. `id` is the key of the answer in `Mapping.answers`; it is made of codes, titles and
 * names, never of line numbers, so it means the same in the next file. `free` says what may be typed instead of an option.
 */
export type Question = {
  id: string;
  kind: QuestionKind;
  words: string;
  options: QuestionOption[];
  free: 'meaning' | 'day' | null;
  answer: string | null;
  /** The lines of the file that wait for the answer. */
  lines: number[];
};

export type FileKind = 'residents' | 'rota-matrix' | 'rota-shifts' | 'venues';

/** What a home has told us about its files of one kind. Plain JSON; keep it per home and kind and hand it back next time. */
export type Mapping = {
  /** Column name in the file (see `Column.key`) to the field it fills, or 'ignore'. */
  columns: Record<string, string>;
  /** Question id to answer. */
  answers: Record<string, string>;
};

export type Column = {
  /** Counted from 0. */
  index: number;
  /** As it stands in the file. */
  header: string;
  /** The key for `Mapping.columns`. */
  key: string;
  field: string;
  /** True when we chose the field and nobody has confirmed it. */
  guessed: boolean;
  /** The first thing that stands in the column, to help whoever corrects it. */
  example: string;
};

/** A line that is not a person or a shift: titles, headings, legends, repeats. Nothing in a file goes unmentioned. */
export type SetAside = { line: number; text: string; reason: string };

export type Counts = { good: number; check: number; refused: number; setAside: number; questionsOpen: number };

/** What every understanding of a file has in common. */
export type Understanding<F extends FileKind, Row extends { line: number; verdict: Verdict }> = {
  kind: F;
  /** A sentence when the file as a whole cannot be read; then there are no rows. */
  refused: string | null;
  encoding: string;
  delimiter: string;
  headerLine: number | null;
  columns: Column[];
  rows: Row[];
  setAside: SetAside[];
  questions: Question[];
  notes: Note[];
  counts: Counts;
  /** The mapping that led to this: what was guessed and what was answered. Remember it once someone has agreed. */
  mapping: Mapping;
};

export const noMapping: Mapping = { columns: {}, answers: {} };

/** The same mapping with one more answer; an empty answer takes it back. */
export function withAnswer(mapping: Mapping, questionId: string, answer: string): Mapping {
  const others = Object.entries(mapping.answers).filter(([id]) => id !== questionId);
  const own: [string, string][] = answer.trim() === '' ? [] : [[questionId, answer.trim()]];
  return { ...mapping, answers: Object.fromEntries([...others, ...own]) };
}

/** The same mapping with one column pointed at another field, or at 'ignore'. */
export function withColumn(mapping: Mapping, columnKey: string, field: string): Mapping {
  return { ...mapping, columns: { ...mapping.columns, [columnKey]: field } };
}

/** The worst of the notes decides. */
export function verdictOf(notes: readonly Note[]): Verdict {
  if (notes.some((note) => note.level === 'refused')) return 'refused';
  return notes.some((note) => note.level === 'check') ? 'check' : 'good';
}

/** Collects questions while a file is read; the same question from several lines is asked once. */
export type Asking = {
  /** The answer so far, or null. `readable` decides whether something typed can be understood. */
  ask: (question: Omit<Question, 'answer' | 'lines'>, line: number, readable?: (typed: string) => boolean) => string | null;
  questions: Question[];
};

/** Answers count when they are among the options, or when something may be typed. Others are treated as not given. */
export function asking(mapping: Mapping): Asking {
  const questions: Question[] = [];
  const byId = new Map<string, Question>();
  const ask: Asking['ask'] = (question, line, readable) => {
    const before = byId.get(question.id);
    if (before) {
      if (!before.lines.includes(line)) before.lines.push(line);
      return before.answer;
    }
    const given = Object.hasOwn(mapping.answers, question.id) ? mapping.answers[question.id] : undefined;
    const counts = typeof given === 'string' && (question.options.some((option) => option.value === given) || (question.free !== null && (readable?.(given) ?? true)));
    const asked: Question = { ...question, answer: counts ? given : null, lines: [line] };
    byId.set(question.id, asked);
    questions.push(asked);
    return asked.answer;
  };
  return { ask, questions };
}

/** How many rows are good, to be checked or refused, and how many questions are open. */
export function countRows(rows: readonly { verdict: Verdict }[], setAside: readonly SetAside[], questions: readonly Question[]): Counts {
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return {
    good: of('good'),
    check: of('check'),
    refused: of('refused'),
    setAside: setAside.length,
    questionsOpen: questions.filter((question) => question.answer === null).length,
  };
}

/** An understanding of a file that could not be read at all. */
export function unreadable<F extends FileKind, Row extends { line: number; verdict: Verdict }>(
  kind: F, refused: string, mapping: Mapping, setAside: SetAside[] = [],
): Understanding<F, Row> {
  return {
    kind, refused, encoding: '', delimiter: '', headerLine: null, columns: [], rows: [], setAside, questions: [], notes: [],
    counts: { good: 0, check: 0, refused: 0, setAside: setAside.length, questionsOpen: 0 }, mapping,
  };
}
