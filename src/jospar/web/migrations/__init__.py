"""The schema of drafts, step by step."""
