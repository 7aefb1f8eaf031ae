"""Treaties: which concepts are of one treaty, and which are not."""
