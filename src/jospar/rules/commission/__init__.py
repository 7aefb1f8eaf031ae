"""The Commission: drafts are sent to it, it decides on plans and rows."""
