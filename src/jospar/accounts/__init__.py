"""People, their appointments, and who stands in for whom."""
