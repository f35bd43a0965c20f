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

export const DayScalar = scalar('Day', 'A calendar day, such as 2026-11-24.', isDay, 'a day that exists, such as 2026-11-24');
export const ClockScalar = scalar('Clock', 'A clock time, such as 16:30.', isClockTime, 'a clock time such as 16:30');
/** Ids are UUIDs; where something is recorded, the device makes them (UUIDv7), so that sending twice records once. */
export const IdScalar = scalar('Id', 'A UUID.', isUuid, 'an id (a UUID)');
/** Words a person wrote: no NUL, at most 5,000 characters. */
export const WordsScalar = scalar('Words', 'Words a person wrote: at most 5,000 characters.', (text) => text.length <= 5000 && !text.includes('\0'), 'text of at most 5,000 characters');
