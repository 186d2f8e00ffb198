ALTER TABLE "document_snapshots" ADD COLUMN "state_vector" "bytea";--> statement-breakpoint
ALTER TABLE "document_snapshots" DROP COLUMN "structs";