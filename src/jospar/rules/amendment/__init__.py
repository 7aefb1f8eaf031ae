"""Amendment: an agreed plan changes on an instruction, or on a decision and consent."""
