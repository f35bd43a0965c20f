import { Field, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('Media', { description: 'A photo or a recording. Its content is at /media/<id>, a small one of a photo at /media/<id>?size=thumb.' })
export class MediaType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'photo' or 'recording'." }) kind: string;
  @Field() mime: string;
  @Field(() => Int) bytes: number;
  @Field(() => Int, { nullable: true }) width: number | null;
  @Field(() => Int, { nullable: true }) height: number | null;
  @Field(() => Number, { nullable: true, description: 'How long it plays, where the file says so.' }) seconds: number | null;
  @Field() fileName: string;
  @Field() recordedAt: Date;
  @Field(() => Date, { nullable: true }) erasedAt: Date | null;
}

export const EraseMediaResult = orRefused('EraseMediaResult', MediaType);
