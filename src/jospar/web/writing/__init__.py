"""Writing a concept: drafts, what they lack, and how they become filings."""
