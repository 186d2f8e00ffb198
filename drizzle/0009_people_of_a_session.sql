CREATE TABLE "attendances" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"came_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "attendances_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "vote_requests" (
	"tenant_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "vote_requests_tenant_id_round_id_participant_id_pk" PRIMARY KEY("tenant_id","round_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "round_voters" ADD COLUMN "admitted_late_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "round_voters" ADD COLUMN "admitted_by" uuid;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "entrance" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "shared_devices" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "waiting_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "may_lead_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "companion_of" uuid;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_tenant_id_participant_id_participants_tenant_id_id_fk" FOREIGN KEY ("tenant_id","participant_id") REFERENCES "public"."participants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_requests" ADD CONSTRAINT "vote_requests_tenant_id_round_id_rounds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","round_id") REFERENCES "public"."rounds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_requests" ADD CONSTRAINT "vote_requests_tenant_id_participant_id_participants_tenant_id_id_fk" FOREIGN KEY ("tenant_id","participant_id") REFERENCES "public"."participants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendances_tenant_id_session_id_index" ON "attendances" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_open" ON "attendances" USING btree ("tenant_id","participant_id") WHERE left_at is null;