ALTER TABLE "agenda_steps" ADD COLUMN "anonymous" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "spotlight_id" text;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "called_at" timestamp with time zone;