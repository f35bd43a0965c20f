/** Days and clock times, which are not instants. Instants are GraphQL's DateTime. */
import { isClockTime, isDay } from '@promenade/domain/shared/time';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { validate as isUuid } from 'uuid';

const shown = (value: unknown) => (typeof value === 'string' ? `"${value.slice(0, 40)}"` : typeof value);

function scalar(name: string, description: string, fits: (text: string) => boolean, wanted: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown) => {
    if (typeof value !== 'string' || !fits(value)) throw new GraphQLError(`${name}: expected ${wanted}, found ${shown(value)}.`);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** Far enough for every birthday and plan, and no day from which counting on leaves the calendar. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2200-12-31'];

export const DayScalar = scalar(
  'Day', 'A calendar day, such as 2026-11-24.', (text) => isDay(text) && text >= FIRST_DAY && text <= LAST_DAY,
  'a day that exists, such as 2026-11-24, from the year 1900 to 2200',
);
export const ClockScalar = scalar('Clock', 'A clock time, such as 16:30.', isClockTime, 'a clock time such as 16:30');
/** Ids are UUIDs; where something is recorded, the device makes them (UUIDv7), so that sending twice records once. */
export const IdScalar = scalar('Id', 'A UUID.', isUuid, 'an id (a UUID)');
/** Words a person wrote: no NUL, at most 5,000 characters. */
export const WordsScalar = scalar('Words', 'Words a person wrote: at most 5,000 characters.', (text) => text.length <= 5000 && !text.includes('\0'), 'text of at most 5,000 characters');
