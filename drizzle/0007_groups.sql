CREATE TABLE "group_members" (
	"tenant_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "group_members_tenant_id_group_id_person_id_pk" PRIMARY KEY("tenant_id","group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "process_groups" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"colour" text NOT NULL,
	"room" text DEFAULT '' NOT NULL,
	"ends_on" date,
	CONSTRAINT "process_groups_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "processes" ADD COLUMN "template" text;--> statement-breakpoint
ALTER TABLE "processes" ADD COLUMN "starts_on" date;--> statement-breakpoint
ALTER TABLE "processes" ADD COLUMN "ends_on" date;--> statement-breakpoint
ALTER TABLE "processes" ADD COLUMN "wifi" jsonb;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "help_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_tenant_id_group_id_process_groups_tenant_id_id_fk" FOREIGN KEY ("tenant_id","group_id") REFERENCES "public"."process_groups"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_groups" ADD CONSTRAINT "process_groups_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_groups" ADD CONSTRAINT "process_groups_tenant_id_body_id_bodies_tenant_id_id_fk" FOREIGN KEY ("tenant_id","body_id") REFERENCES "public"."bodies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_members_tenant_id_person_id_index" ON "group_members" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "process_groups_tenant_id_process_id_body_id_index" ON "process_groups" USING btree ("tenant_id","process_id","body_id");