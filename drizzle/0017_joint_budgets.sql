CREATE TABLE "allocation_approvals" (
	"tenant_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	CONSTRAINT "allocation_approvals_tenant_id_measure_id_body_id_pk" PRIMARY KEY("tenant_id","measure_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "budget_allocations" (
	"tenant_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"amounts" jsonb NOT NULL,
	"allocated_at" timestamp with time zone NOT NULL,
	"allocated_by" uuid,
	CONSTRAINT "budget_allocations_tenant_id_measure_id_pk" PRIMARY KEY("tenant_id","measure_id")
);
--> statement-breakpoint
CREATE TABLE "budget_departments" (
	"tenant_id" uuid NOT NULL,
	"budget_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"amounts" jsonb NOT NULL,
	"product" text DEFAULT '' NOT NULL,
	"head_id" uuid,
	CONSTRAINT "budget_departments_tenant_id_budget_id_body_id_pk" PRIMARY KEY("tenant_id","budget_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "budget_measures" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"budget_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"hypothesis" text DEFAULT '' NOT NULL,
	"product" text DEFAULT '' NOT NULL,
	"effort" text DEFAULT '' NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"mandate" text DEFAULT '' NOT NULL,
	"requires" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unassigned" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"strategy_card_id" uuid,
	"removed_at" timestamp with time zone,
	"rev" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "budget_measures_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "budget_scenarios" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"budget_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"measure_ids" jsonb NOT NULL,
	"shared_at" timestamp with time zone,
	CONSTRAINT "budget_scenarios_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "joint_budgets" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"title" text NOT NULL,
	"years" jsonb NOT NULL,
	"allocation_reason" text DEFAULT '' NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "joint_budgets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "measure_shares" (
	"tenant_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"amounts" jsonb NOT NULL,
	"answer" text DEFAULT 'open' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "measure_shares_tenant_id_measure_id_body_id_pk" PRIMARY KEY("tenant_id","measure_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "session_budgets" (
	"tenant_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"budget_id" uuid NOT NULL,
	CONSTRAINT "session_budgets_tenant_id_session_id_pk" PRIMARY KEY("tenant_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "round_options" ADD COLUMN "measure_id" uuid;--> statement-breakpoint
ALTER TABLE "allocation_approvals" ADD CONSTRAINT "allocation_approvals_tenant_id_measure_id_budget_measures_tenant_id_id_fk" FOREIGN KEY ("tenant_id","measure_id") REFERENCES "public"."budget_measures"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_approvals" ADD CONSTRAINT "allocation_approvals_tenant_id_body_id_bodies_tenant_id_id_fk" FOREIGN KEY ("tenant_id","body_id") REFERENCES "public"."bodies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_allocations" ADD CONSTRAINT "budget_allocations_tenant_id_measure_id_budget_measures_tenant_id_id_fk" FOREIGN KEY ("tenant_id","measure_id") REFERENCES "public"."budget_measures"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_departments" ADD CONSTRAINT "budget_departments_tenant_id_budget_id_joint_budgets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","budget_id") REFERENCES "public"."joint_budgets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_departments" ADD CONSTRAINT "budget_departments_tenant_id_body_id_bodies_tenant_id_id_fk" FOREIGN KEY ("tenant_id","body_id") REFERENCES "public"."bodies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_departments" ADD CONSTRAINT "budget_departments_tenant_id_head_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","head_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_measures" ADD CONSTRAINT "budget_measures_tenant_id_budget_id_joint_budgets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","budget_id") REFERENCES "public"."joint_budgets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_measures" ADD CONSTRAINT "budget_measures_tenant_id_strategy_card_id_strategy_cards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","strategy_card_id") REFERENCES "public"."strategy_cards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_scenarios" ADD CONSTRAINT "budget_scenarios_tenant_id_budget_id_joint_budgets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","budget_id") REFERENCES "public"."joint_budgets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_scenarios" ADD CONSTRAINT "budget_scenarios_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_budgets" ADD CONSTRAINT "joint_budgets_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_shares" ADD CONSTRAINT "measure_shares_tenant_id_measure_id_budget_measures_tenant_id_id_fk" FOREIGN KEY ("tenant_id","measure_id") REFERENCES "public"."budget_measures"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_shares" ADD CONSTRAINT "measure_shares_tenant_id_body_id_bodies_tenant_id_id_fk" FOREIGN KEY ("tenant_id","body_id") REFERENCES "public"."bodies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_budgets" ADD CONSTRAINT "session_budgets_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_budgets" ADD CONSTRAINT "session_budgets_tenant_id_budget_id_joint_budgets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","budget_id") REFERENCES "public"."joint_budgets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "budget_measures_tenant_id_budget_id_index" ON "budget_measures" USING btree ("tenant_id","budget_id");--> statement-breakpoint
CREATE INDEX "budget_scenarios_tenant_id_budget_id_index" ON "budget_scenarios" USING btree ("tenant_id","budget_id");--> statement-breakpoint
CREATE UNIQUE INDEX "budget_scenarios_tenant_id_budget_id_person_id_title_index" ON "budget_scenarios" USING btree ("tenant_id","budget_id","person_id","title");--> statement-breakpoint
CREATE INDEX "joint_budgets_tenant_id_process_id_index" ON "joint_budgets" USING btree ("tenant_id","process_id");--> statement-breakpoint
CREATE INDEX "session_budgets_tenant_id_budget_id_index" ON "session_budgets" USING btree ("tenant_id","budget_id");--> statement-breakpoint
ALTER TABLE "round_options" ADD CONSTRAINT "round_options_tenant_id_measure_id_budget_measures_tenant_id_id_fk" FOREIGN KEY ("tenant_id","measure_id") REFERENCES "public"."budget_measures"("tenant_id","id") ON DELETE no action ON UPDATE no action;