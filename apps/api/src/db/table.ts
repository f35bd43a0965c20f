/** Decorators that keep table classes to their columns: every table of a home is keyed by (home_id, id). */
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A table of a home. Its rows cannot point into another home, because every reference carries the home. */
export function HomeTable(name: string): ClassDecorator {
  return (target) => {
    Entity(name)(target);
    ForeignKey('HomeEntity', ['homeId'], ['id'])(target);
  };
}

/** A reference to a row of the same home: the pair (home_id, `column`) points at (home_id, id) of `entity`. */
export function References(entity: string, column: string): ClassDecorator {
  return (target) => {
    ForeignKey(entity, ['homeId', column], ['homeId', 'id'])(target);
  };
}

/** The key that every table of a home shares. */
export abstract class InHome {
  @PrimaryColumn('uuid') homeId: string;
  @PrimaryColumn('uuid') id: string;
}
