-- The store as the version had it whose newest migration is 2026-12-values. Never changed afterwards.

create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
create table "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
insert into kysely_migration_lock values ('migration_lock', 0);
create table turns (subject text collate "C" not null primary key, taken_at bigint not null);
insert into turns (subject, taken_at) values ('grants', 0), ('links', 0), ('lists', 0);
create table grants (
      id text collate "C" not null primary key, subject_kind text collate "C" not null, subject_id text collate "C" not null, role text collate "C" not null, "by" text collate "C" not null, at bigint not null,
      unique (subject_kind, subject_id));
create table links (person_id text collate "C" not null primary key, account text collate "C" not null, "by" text collate "C" not null, at bigint not null);
create table lists (name text collate "C" not null primary key, "by" text collate "C" not null, at bigint not null);
create table list_accounts (
      list text collate "C" not null references lists (name), account text collate "C" not null, position bigint not null, primary key (list, account));
create table audit (
      id text collate "C" not null primary key, at bigint not null, action text collate "C" not null, actor text collate "C" not null, channel_id text collate "C" not null, outcome text collate "C" not null, details text collate "C" not null);
create index audit_at on audit (at, id);
create table snapshots (
      account text collate "C" not null, read_at bigint not null, followers bigint not null, following bigint not null, mutual bigint not null,
      primary key (account, read_at));
create table rate (budget text collate "C" not null primary key, free_at double precision not null);
insert into rate (budget, free_at) values ('upstream', 0);
create function refuse_audit_change() returns trigger language plpgsql as $$
    begin raise exception 'audit entries cannot be changed, and are kept for a day at least'; end $$;
create trigger audit_unchanged before update on audit for each row execute function refuse_audit_change();
create trigger audit_kept before delete on audit for each row
    when (old.at > extract(epoch from clock_timestamp()) * 1000 - 86400000) execute function refuse_audit_change();
create trigger audit_whole before truncate on audit for each statement execute function refuse_audit_change();
insert into turns (subject, taken_at) values ('digests', 0);
create table digests (
      id bigint not null primary key, owner_id text collate "C" not null, spec text collate "C" not null,
      paused_reason text collate "C", paused_at bigint, next_run_at bigint not null,
      created_at bigint not null, edited_by text collate "C" not null, edited_at bigint not null, deleted_at bigint);
create index digests_planned on digests (next_run_at);
create table digest_runs (
      id text collate "C" not null primary key, digest_id bigint not null references digests (id), slot bigint not null,
      origin text collate "C" not null, state text collate "C" not null, reason text collate "C",
      attempts bigint not null, first_tried_at bigint, due_at bigint not null, changed_at bigint not null,
      token bigint not null, lease_until bigint, again_at bigint, tell_at bigint,
      post_channel_id text collate "C", post_ts text collate "C", post_at bigint, marks text collate "C",
      unique (digest_id, slot));
create index digest_runs_due on digest_runs (state, due_at);
create index digest_runs_leased on digest_runs (state, lease_until);
create index digest_runs_to_tell on digest_runs (tell_at);
alter table digests add column form_id text collate "C";
create index digests_form on digests (form_id);
create table expiring_values (key text collate "C" not null primary key, value text collate "C" not null, expires_at bigint not null);
create index expiring_values_expire on expiring_values (expires_at);
insert into kysely_migration values ('2026-11-first-tables', '2024-03-04T09:00:00.000Z');
insert into kysely_migration values ('2026-12-digests', '2024-03-04T09:00:00.000Z');
insert into kysely_migration values ('2026-12-forms', '2024-03-04T09:00:00.000Z');
insert into kysely_migration values ('2026-12-values', '2024-03-04T09:00:00.000Z');
update turns set taken_at = 1709542800000;
insert into grants ("id", "subject_kind", "subject_id", "role", "by", "at") values
  ('g1', 'person', 'U0BOSS', 'admin', 'U0ADMIN', 1709456400000),
  ('g2', 'group', 'S0TEAM', 'editor', 'U0ADMIN', 1709542800000),
  ('g3', 'everyone', '', 'viewer', 'U0BOSS', 1709542800001);
insert into links ("person_id", "account", "by", "at") values
  ('U0MAYA', 'alice', 'U0ADMIN', 1709542800000),
  ('U0PRIYA', 'o''neil', 'U0BOSS', 1709542800001);
insert into lists ("name", "by", "at") values
  ('empty', 'U0ADMIN', 1709542800000),
  ('vip', 'U0ADMIN', 1709542800001);
insert into list_accounts ("list", "account", "position") values
  ('vip', 'zoe', 0),
  ('vip', '__proto__', 3),
  ('vip', 'o''neil', 6),
  ('vip', '@creator"1"', 9),
  ('vip', '''); drop table lists;--', 12),
  ('vip', '%_\$1$(x)', 15),
  ('vip', 'alice', 18);
insert into audit ("id", "at", "action", "actor", "channel_id", "outcome", "details") values
  ('01HR4A', 1709542800000, 'list-create', 'U0ADMIN', 'C0PLACE', 'done', '{"list":"vip","asked":7,"changed":7,"size":7}'),
  ('01HR4B', 1709542800001, 'lookup', 'U0MAYA', '', 'refused', '{"why":"Créateurs 它 мир 🙂 👩'||chr(8205)||'🚀 '||chr(8238)||'abc'||chr(8236)||' <!channel> &amp; `x` \n\"last line\"","accounts":9007199254740991}');
insert into snapshots ("account", "read_at", "followers", "following", "mutual") values
  ('alice', 1674982800000, 9, 3, 0),
  ('alice', 1709542800000, 12480, 3, 1),
  ('__proto__', 1709542800000, 9007199254740991, 0, 0),
  ('o''neil', 1709542800000, 9007199254740990, 1, 0),
  ('@creator"1"', 1709542800000, 9007199254740989, 2, 0),
  ('''); drop table lists;--', 1709542800000, 9007199254740988, 3, 0),
  ('%_\$1$(x)', 1709542800000, 9007199254740987, 4, 0);
insert into rate ("budget", "free_at") values
  ('follow_get_info', 1709542800000.25);
insert into digests ("id", "owner_id", "spec", "paused_reason", "paused_at", "next_run_at", "created_at", "edited_by", "edited_at", "deleted_at", "form_id") values
  (1, 'U0ADMIN', '{"title":"Créateurs 它 мир 🙂 👩'||chr(8205)||'🚀 '||chr(8238)||'abc'||chr(8236)||' <!channel> &amp; `x` \n\"last line\"","channelId":"C0TEAM","accounts":["alice","__proto__","o''neil","@creator\"1\"","''); drop table lists;--","%_\\$1$(x)"],"lists":["vip","empty"],"schedule":{"line":"0 9 * * *","zone":"Asia/Kathmandu"},"chart":true,"onlyIfChanged":false,"thresholds":{"percent":2.5},"language":"ja"}', null, null, 1709629200000, 1708765200000, 'U0OTHER', 1708851600000, null, 'V0FORM'),
  (2, 'U0ADMIN', '{"title":"Créateurs 它 мир 🙂 👩'||chr(8205)||'🚀 '||chr(8238)||'abc'||chr(8236)||' <!channel> &amp; `x` \n\"last line\"","channelId":"C0TEAM","accounts":["alice","__proto__","o''neil","@creator\"1\"","''); drop table lists;--","%_\\$1$(x)"],"lists":[],"schedule":{"line":"0 9 * * *","zone":"Asia/Kathmandu"},"chart":true,"onlyIfChanged":false,"thresholds":{}}', 'not_in_channel', 1709456400000, 1709629200000, 1708765200000, 'U0OTHER', 1708851600000, null, null),
  (4100, 'U0ADMIN', '{"title":"gone","channelId":"C0TEAM","accounts":["alice","__proto__","o''neil","@creator\"1\"","''); drop table lists;--","%_\\$1$(x)"],"lists":["vip","empty"],"schedule":{"line":"0 9 * * *","zone":"Asia/Kathmandu"},"chart":true,"onlyIfChanged":false,"thresholds":{"percent":2.5},"language":"ja"}', null, null, 1709629200000, 1708765200000, 'U0OTHER', 1708851600000, 1709456400000, null);
insert into digest_runs ("id", "digest_id", "slot", "origin", "state", "reason", "attempts", "first_tried_at", "due_at", "changed_at", "token", "lease_until", "again_at", "tell_at", "post_channel_id", "post_ts", "post_at", "marks") values
  ('1-1709283600000', 1, 1709283600000, 'schedule', 'posted', null, 1, 1709283600005, 1709283600000, 1709283600900, 1, null, null, null, 'C0TEAM', '1709542800.000100', 1709283600800, '[["alice",12480,3,0,12000],["__proto__","missing_account",null],["o''neil",9007199254740991,0,0,4,9007199254740991],["bob","throttled",7]]'),
  ('1-1709370000000', 1, 1709370000000, 'schedule', 'missed', 'down', 0, null, 1709370000000, 1709370000900, 1, null, null, null, null, null, null, null),
  ('1-1709456400000', 1, 1709456400000, 'schedule', 'failed', 'slack-refused:metadata_too_large', 3, 1709456400005, 1709456400000, 1709456400900, 3, null, null, null, null, null, null, null),
  ('1-1709542800000', 1, 1709542800000, 'schedule', 'unknown', 'no-answer', 1, 1709542800005, 1709542800000, 1709542800900, 1, null, null, 1709546400000, null, null, null, null);
insert into expiring_values ("key", "value", "expires_at") values
  ('button:''); drop table lists;--', 'lookup alice Créateurs 它 мир 🙂 👩'||chr(8205)||'🚀 '||chr(8238)||'abc'||chr(8236)||' <!channel> &amp; `x` '||chr(10)||'"last line"', 33245542800000);
