"""Evidence files: a decision with its papers, days and proof, checked offline."""
