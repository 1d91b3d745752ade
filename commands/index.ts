/** All commands, in the order in which /help lists them. A new one is a file beside this and a line here. */

import type { Command } from '../src/command.ts';
import about from './about.ts';
import articles from './articles.ts';
import facts from './facts.ts';
import glossary from './glossary.ts';
import help from './help.ts';
import leaderboard from './leaderboard.ts';
import onthisday from './onthisday.ts';
import quiz from './quiz.ts';
import schedule from './schedule.ts';
import settings from './settings.ts';
import summary from './summary.ts';
import timeline from './timeline.ts';

export const commands: readonly Command[] = [
  summary,
  facts,
  timeline,
  articles,
  glossary,
  quiz,
  leaderboard,
  onthisday,
  schedule,
  settings,
  help,
  about,
];
