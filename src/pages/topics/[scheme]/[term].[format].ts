import type { APIRoute } from 'astro';
import { termOfTopic } from '../../../catalogue/schemes.ts';
import { notFoundData } from '../../_data-answer.ts';
import { listData } from '../../_list-data.ts';
import { listOfTopic } from '../../_site-list.ts';

/** The works of a topic, narrowed as its page is. */
export const GET: APIRoute = (context) => {
  const { scheme, term, format } = context.params;
  const topic = `${scheme}/${term}`;
  const found = termOfTopic(topic);
  if (found === null || (format !== 'csv' && format !== 'json')) return notFoundData();
  return listData(context, listOfTopic(topic, found.label), format);
};
