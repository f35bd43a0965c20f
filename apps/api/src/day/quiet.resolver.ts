import { Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { QuietNow } from './day.graphql.ts';
import { QuietService } from './quiet.service.ts';

@Resolver()
export class QuietResolver {
  constructor(private readonly quiet: QuietService) {}

  @Query(() => [QuietNow], { description: 'The quiet list, longest first, each with one thing that is possible this minute.' })
  @Access('day.read')
  async quietNow(@Asks() asking: Asking): Promise<QuietNow[]> {
    return this.quiet.now(await asking.read());
  }
}
