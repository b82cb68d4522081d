-- Lays the whole schema into an empty database, in one transaction, as superuser.
-- Only comments, begin, commit and \ir lines stand here: the program embeds the same list.
begin;
\ir roles.sql
\ir schema/10_base.sql
\ir schema/20_organization.sql
\ir schema/30_account.sql
\ir schema/40_meeting.sql
\ir schema/50_ledger.sql
\ir schema/60_projection.sql
\ir schema/70_task_progress.sql
\ir schema/80_item_blocks.sql
\ir schema/90_fees.sql
\ir functions/10_rights.sql
\ir functions/20_triggers.sql
\ir functions/30_ledger.sql
\ir functions/31_pen.sql
\ir functions/32_project.sql
\ir functions/33_check.sql
\ir functions/40_labels.sql
\ir views/10_people.sql
\ir views/20_meetings.sql
\ir functions/50_queries.sql
\ir functions/51_item_windows.sql
\ir functions/60_projector.sql
\ir functions/70_statutes.sql
\ir functions/71_statute_text.sql
\ir functions/73_fee_rules.sql
\ir functions/74_fee_payment.sql
\ir functions/75_fee_items.sql
\ir functions/76_fee_run.sql
\ir functions/77_fee_why.sql
\ir functions/78_fee_forecast.sql
\ir functions/79_fee_forms.sql
\ir functions/79_fee_posting.sql
\ir views/70_fees.sql
\ir views/71_fee_screens.sql
\ir views/79_fee_journal.sql
\ir views/80_fee_documents.sql
\ir policies/10_policies.sql
\ir policies/20_fees.sql
\ir policies/21_statutes.sql
\ir policies/22_fee_forms.sql
\ir policies/24_fee_out.sql
\ir seed/10_rules.sql
commit;
