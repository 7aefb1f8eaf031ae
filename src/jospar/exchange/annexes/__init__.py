"""Plans of past years, read from the annex tables that ministries have."""
