ALTER TABLE "texts" ADD COLUMN "discussed_paragraph" text;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "discussed_by" uuid;