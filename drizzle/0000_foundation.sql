CREATE TABLE "audit_events" (
	"tenant_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" uuid,
	"command" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"facts" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_events_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"method" text NOT NULL,
	"round_id" uuid,
	"option_id" uuid,
	"candidate_id" uuid,
	"based_on_id" uuid,
	"text_version_id" uuid NOT NULL,
	"state" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "agreements_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"tenant_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"voter_key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ballots_tenant_id_round_id_voter_key_pk" PRIMARY KEY("tenant_id","round_id","voter_key")
);
--> statement-breakpoint
CREATE TABLE "results" (
	"tenant_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"tally" jsonb NOT NULL,
	"eligible" integer NOT NULL,
	"cast" integer NOT NULL,
	"recused" integer NOT NULL,
	"sha256" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "results_tenant_id_round_id_pk" PRIMARY KEY("tenant_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "round_options" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"round_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"candidate_id" uuid,
	"text_version_id" uuid NOT NULL,
	"passive" boolean DEFAULT false NOT NULL,
	CONSTRAINT "round_options_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "round_voters" (
	"tenant_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"recused" boolean DEFAULT false NOT NULL,
	CONSTRAINT "round_voters_tenant_id_round_id_participant_id_pk" PRIMARY KEY("tenant_id","round_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"question" text NOT NULL,
	"method" text NOT NULL,
	"method_version" integer NOT NULL,
	"params" jsonb NOT NULL,
	"vote_class" text NOT NULL,
	"secrecy" text NOT NULL,
	"state" text NOT NULL,
	"round_no" integer DEFAULT 1 NOT NULL,
	"previous_round_id" uuid,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "rounds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_clients" (
	"document" text NOT NULL,
	"client" bigint NOT NULL,
	"person" uuid,
	CONSTRAINT "document_clients_document_client_pk" PRIMARY KEY("document","client")
);
--> statement-breakpoint
CREATE TABLE "document_snapshots" (
	"document" text PRIMARY KEY NOT NULL,
	"upto_seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"structs" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"document" text NOT NULL,
	"seq" bigint NOT NULL,
	"author" uuid,
	"at" timestamp with time zone NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "document_updates_document_seq_pk" PRIMARY KEY("document","seq")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"name" text PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "goal_items" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"goal_system_id" uuid NOT NULL,
	CONSTRAINT "goal_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "goal_links" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version_id" uuid NOT NULL,
	"from_item_id" uuid NOT NULL,
	"to_item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "goal_links_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "goal_revisions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"level_key" text NOT NULL,
	"parent_item_id" uuid,
	"number" text NOT NULL,
	"text_version_id" uuid NOT NULL,
	"points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"lead_office" text,
	"horizon_year" integer,
	"budget_year" integer,
	"provenance_note" jsonb,
	CONSTRAINT "goal_revisions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "goal_systems" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"process_id" uuid,
	CONSTRAINT "goal_systems_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "goal_versions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"goal_system_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"label" text NOT NULL,
	"period_type" text NOT NULL,
	"period_from" text NOT NULL,
	"period_to" text NOT NULL,
	"based_on_id" uuid,
	"state" text NOT NULL,
	"adopted_by_consultation_id" uuid,
	"adopted_at" timestamp with time zone,
	"lock_version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "goal_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"item_id" uuid NOT NULL,
	"title" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"operator" text,
	"target" text,
	"target2" text,
	"target_year" integer,
	CONSTRAINT "indicators_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"agreement_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"record" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	"promoted_by" uuid NOT NULL,
	CONSTRAINT "promotions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "accounts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"short" text,
	"kind" text NOT NULL,
	"team_kind" text,
	"public_rule" text DEFAULT 'either' NOT NULL,
	"decides" boolean DEFAULT false NOT NULL,
	"purpose" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "bodies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"name" text,
	"kind" text NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "people_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"locale" text DEFAULT 'de' NOT NULL,
	"timezone" text DEFAULT 'Europe/Berlin' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tenants_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paper_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"body_id" uuid NOT NULL,
	"meeting_date" date NOT NULL,
	"public" boolean NOT NULL,
	"role" text NOT NULL,
	"authoritative" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"tally" jsonb,
	"result_version_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "consultations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"version_id" uuid,
	"type" text NOT NULL,
	"reference" text,
	"year" integer NOT NULL,
	"file_number" text,
	"subject" text NOT NULL,
	"date" date NOT NULL,
	"unit" text,
	"state" text NOT NULL,
	"proposal_text_id" uuid NOT NULL,
	"proposal_version_id" uuid,
	"publish" boolean DEFAULT false NOT NULL,
	"released_at" timestamp with time zone,
	"release_reason" text,
	"rev" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "papers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	CONSTRAINT "boards_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "command_receipts" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"command" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_receipts_tenant_id_person_id_key_pk" PRIMARY KEY("tenant_id","person_id","key")
);
--> statement-breakpoint
CREATE TABLE "process_members" (
	"tenant_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "process_members_tenant_id_process_id_person_id_pk" PRIMARY KEY("tenant_id","process_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'project' NOT NULL,
	CONSTRAINT "processes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "text_drafters" (
	"tenant_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "text_drafters_tenant_id_text_id_person_id_pk" PRIMARY KEY("tenant_id","text_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "text_versions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"lang" text DEFAULT 'de' NOT NULL,
	"doc" jsonb NOT NULL,
	"plain" text NOT NULL,
	"sha256" text NOT NULL,
	"source" jsonb NOT NULL,
	"text_id" uuid,
	"number" text,
	"created_by" uuid,
	CONSTRAINT "text_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"session_id" uuid,
	"agreement_id" uuid,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "texts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "report_periods" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"cadence" text NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"key_date" date NOT NULL,
	"due_by" date NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "report_periods_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "report_sheets" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"period_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"contributions" text DEFAULT '' NOT NULL,
	"risks" text DEFAULT '' NOT NULL,
	"assessment" text,
	"state" text NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"rev" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "report_sheets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "agenda_steps" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"prompt" text DEFAULT '' NOT NULL,
	"minutes" integer NOT NULL,
	"area_id" text,
	"revealed_at" timestamp with time zone,
	CONSTRAINT "agenda_steps_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"text_version_id" uuid NOT NULL,
	"sources" jsonb NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "candidates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"text" text NOT NULL,
	"element_id" text NOT NULL,
	"placed_at" timestamp with time zone,
	"late" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "cards_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "live_sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"body_id" uuid,
	"board_id" uuid NOT NULL,
	"title" text NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'lobby' NOT NULL,
	"code" text NOT NULL,
	"join_token" text NOT NULL,
	"current_step_id" uuid,
	"step_started_at" timestamp with time zone,
	"timer_ends_at" timestamp with time zone,
	"timer_left_ms" integer,
	"ended_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "live_sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"group" text,
	"ready_step_id" uuid,
	"left_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "participants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_tenant_id_round_id_rounds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","round_id") REFERENCES "public"."rounds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_tenant_id_text_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_tenant_id_round_id_rounds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","round_id") REFERENCES "public"."rounds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_tenant_id_round_id_rounds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","round_id") REFERENCES "public"."rounds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_options" ADD CONSTRAINT "round_options_tenant_id_round_id_rounds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","round_id") REFERENCES "public"."rounds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_options" ADD CONSTRAINT "round_options_tenant_id_candidate_id_candidates_tenant_id_id_fk" FOREIGN KEY ("tenant_id","candidate_id") REFERENCES "public"."candidates"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_options" ADD CONSTRAINT "round_options_tenant_id_text_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_voters" ADD CONSTRAINT "round_voters_tenant_id_round_id_rounds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","round_id") REFERENCES "public"."rounds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_voters" ADD CONSTRAINT "round_voters_tenant_id_participant_id_participants_tenant_id_id_fk" FOREIGN KEY ("tenant_id","participant_id") REFERENCES "public"."participants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_tenant_id_step_id_agenda_steps_tenant_id_id_fk" FOREIGN KEY ("tenant_id","step_id") REFERENCES "public"."agenda_steps"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_clients" ADD CONSTRAINT "document_clients_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD CONSTRAINT "document_snapshots_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_items" ADD CONSTRAINT "goal_items_tenant_id_goal_system_id_goal_systems_tenant_id_id_fk" FOREIGN KEY ("tenant_id","goal_system_id") REFERENCES "public"."goal_systems"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_links" ADD CONSTRAINT "goal_links_tenant_id_version_id_goal_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."goal_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_links" ADD CONSTRAINT "goal_links_tenant_id_from_item_id_goal_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","from_item_id") REFERENCES "public"."goal_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_links" ADD CONSTRAINT "goal_links_tenant_id_to_item_id_goal_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","to_item_id") REFERENCES "public"."goal_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_revisions" ADD CONSTRAINT "goal_revisions_tenant_id_version_id_goal_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."goal_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_revisions" ADD CONSTRAINT "goal_revisions_tenant_id_item_id_goal_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."goal_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_revisions" ADD CONSTRAINT "goal_revisions_tenant_id_text_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_systems" ADD CONSTRAINT "goal_systems_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_versions" ADD CONSTRAINT "goal_versions_tenant_id_goal_system_id_goal_systems_tenant_id_id_fk" FOREIGN KEY ("tenant_id","goal_system_id") REFERENCES "public"."goal_systems"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_tenant_id_item_id_goal_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."goal_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_tenant_id_agreement_id_agreements_tenant_id_id_fk" FOREIGN KEY ("tenant_id","agreement_id") REFERENCES "public"."agreements"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_tenant_id_version_id_goal_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."goal_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_tenant_id_item_id_goal_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."goal_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_tenant_id_revision_id_goal_revisions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","revision_id") REFERENCES "public"."goal_revisions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_tenant_id_paper_id_papers_tenant_id_id_fk" FOREIGN KEY ("tenant_id","paper_id") REFERENCES "public"."papers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_tenant_id_body_id_bodies_tenant_id_id_fk" FOREIGN KEY ("tenant_id","body_id") REFERENCES "public"."bodies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_tenant_id_result_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","result_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_tenant_id_version_id_goal_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."goal_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_tenant_id_proposal_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","proposal_text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_tenant_id_proposal_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","proposal_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_members" ADD CONSTRAINT "process_members_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_members" ADD CONSTRAINT "process_members_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_drafters" ADD CONSTRAINT "text_drafters_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_drafters" ADD CONSTRAINT "text_drafters_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_periods" ADD CONSTRAINT "report_periods_tenant_id_version_id_goal_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."goal_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_sheets" ADD CONSTRAINT "report_sheets_tenant_id_period_id_report_periods_tenant_id_id_fk" FOREIGN KEY ("tenant_id","period_id") REFERENCES "public"."report_periods"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_sheets" ADD CONSTRAINT "report_sheets_tenant_id_item_id_goal_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."goal_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_steps" ADD CONSTRAINT "agenda_steps_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_tenant_id_step_id_agenda_steps_tenant_id_id_fk" FOREIGN KEY ("tenant_id","step_id") REFERENCES "public"."agenda_steps"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_tenant_id_participant_id_participants_tenant_id_id_fk" FOREIGN KEY ("tenant_id","participant_id") REFERENCES "public"."participants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_tenant_id_board_id_boards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","board_id") REFERENCES "public"."boards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_tenant_id_body_id_bodies_tenant_id_id_fk" FOREIGN KEY ("tenant_id","body_id") REFERENCES "public"."bodies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_tenant_id_session_id_index" ON "agreements" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE INDEX "round_options_tenant_id_round_id_index" ON "round_options" USING btree ("tenant_id","round_id");--> statement-breakpoint
CREATE INDEX "rounds_tenant_id_session_id_index" ON "rounds" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "goal_links_tenant_id_version_id_from_item_id_to_item_id_kind_index" ON "goal_links" USING btree ("tenant_id","version_id","from_item_id","to_item_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "goal_revisions_tenant_id_version_id_item_id_index" ON "goal_revisions" USING btree ("tenant_id","version_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "goal_revisions_tenant_id_version_id_level_key_number_index" ON "goal_revisions" USING btree ("tenant_id","version_id","level_key","number");--> statement-breakpoint
CREATE UNIQUE INDEX "goal_versions_one_adopted" ON "goal_versions" USING btree ("tenant_id","goal_system_id","period_from","period_to") WHERE state = 'adopted';--> statement-breakpoint
CREATE UNIQUE INDEX "promotions_tenant_id_agreement_id_version_id_index" ON "promotions" USING btree ("tenant_id","agreement_id","version_id");--> statement-breakpoint
CREATE INDEX "promotions_tenant_id_item_id_index" ON "promotions" USING btree ("tenant_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_index" ON "accounts" USING btree ("email");--> statement-breakpoint
CREATE INDEX "auth_sessions_person_id_index" ON "auth_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bodies_tenant_id_key_index" ON "bodies" USING btree ("tenant_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "consultations_tenant_id_paper_id_position_index" ON "consultations" USING btree ("tenant_id","paper_id","position");--> statement-breakpoint
CREATE INDEX "consultations_tenant_id_body_id_index" ON "consultations" USING btree ("tenant_id","body_id");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_tenant_id_year_reference_index" ON "papers" USING btree ("tenant_id","year","reference");--> statement-breakpoint
CREATE INDEX "boards_tenant_id_process_id_index" ON "boards" USING btree ("tenant_id","process_id");--> statement-breakpoint
CREATE INDEX "text_versions_tenant_id_text_id_index" ON "text_versions" USING btree ("tenant_id","text_id");--> statement-breakpoint
CREATE INDEX "texts_tenant_id_process_id_index" ON "texts" USING btree ("tenant_id","process_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_periods_tenant_id_version_id_key_index" ON "report_periods" USING btree ("tenant_id","version_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "report_sheets_tenant_id_period_id_item_id_index" ON "report_sheets" USING btree ("tenant_id","period_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_steps_tenant_id_session_id_position_index" ON "agenda_steps" USING btree ("tenant_id","session_id","position");--> statement-breakpoint
CREATE INDEX "candidates_tenant_id_session_id_index" ON "candidates" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE INDEX "cards_tenant_id_session_id_index" ON "cards" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cards_tenant_id_session_id_element_id_index" ON "cards" USING btree ("tenant_id","session_id","element_id");--> statement-breakpoint
CREATE UNIQUE INDEX "live_sessions_open_code" ON "live_sessions" USING btree ("code") WHERE state <> 'ended';--> statement-breakpoint
CREATE UNIQUE INDEX "live_sessions_join_token_index" ON "live_sessions" USING btree ("join_token");--> statement-breakpoint
CREATE INDEX "live_sessions_tenant_id_process_id_index" ON "live_sessions" USING btree ("tenant_id","process_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_tenant_id_session_id_person_id_index" ON "participants" USING btree ("tenant_id","session_id","person_id");