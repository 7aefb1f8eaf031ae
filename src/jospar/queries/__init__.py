"""What a screen, a document or the program reads: plain values, few queries."""
