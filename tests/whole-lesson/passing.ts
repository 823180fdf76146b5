import type { withSql } from "../running";

/** As if so many minutes had passed: every moment that is stored lies so much further back. */
export async function pass(sql: ReturnType<typeof withSql>, minutes: number): Promise<void> {
  await sql`select set_config('lesson.minutes', ${String(minutes)}, false)`;
  await sql`
    do $$ declare moved record; begin
      for moved in
        select table_name as name, string_agg(format('%1$I = %1$I - interval ''1 minute'' * %2$L::float8', column_name,
          current_setting('lesson.minutes')), ', ') as columns
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'timestamp with time zone' group by 1
      loop execute format('update %I set %s', moved.name, moved.columns); end loop;
    end $$`;
}
