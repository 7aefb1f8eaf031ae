"""Files and fingerprints checked against the revisions that the record holds."""
