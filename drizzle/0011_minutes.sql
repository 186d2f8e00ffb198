CREATE TABLE "minutes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"rev" integer NOT NULL,
	"edits" jsonb NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	"content" jsonb,
	"sha256" text,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	CONSTRAINT "minutes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "step_visits" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "step_visits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_visits" ADD CONSTRAINT "step_visits_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_visits" ADD CONSTRAINT "step_visits_tenant_id_step_id_agenda_steps_tenant_id_id_fk" FOREIGN KEY ("tenant_id","step_id") REFERENCES "public"."agenda_steps"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_tenant_id_session_id_number_index" ON "minutes" USING btree ("tenant_id","session_id","number");--> statement-breakpoint
CREATE INDEX "step_visits_tenant_id_session_id_index" ON "step_visits" USING btree ("tenant_id","session_id");